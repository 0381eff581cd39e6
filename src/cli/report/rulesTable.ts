import type { CommandWords } from '../../i18n/commandWords.ts';
import type { RunRuleHits } from '../../score/explain/runRuleHits.ts';

const COLUMNS = ['hits', 'of', 'effect', 'rule', 'file'] as const;

/** A table of rules: hits, `of` how many items that the rule holds for, and titles that it hit; rules without hits last. */
export function rulesTable(rules: RunRuleHits['rules'], speech: CommandWords): string {
  const heads = COLUMNS.map((name) => speech.say(`explain.column.${name}`));
  const rows = rules.map(({ hits, of, effect, name, where }) => [
    String(hits),
    String(of),
    effect,
    name,
    where,
  ]);
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...rows.map((row) => [...(row[at] ?? '')].length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => {
        const gap = ' '.repeat(Math.max(0, (widths[at] ?? 0) - [...cell].length));
        return at < 2 ? `${gap}${cell}` : `${cell}${gap}`;
      })
      .join('  ')
      .trimEnd();
  const indent = ' '.repeat((widths[0] ?? 0) + (widths[1] ?? 0) + 4);
  const idle = rules.findIndex(({ hits }) => hits === 0);
  return [
    line(heads),
    ...rows.flatMap((row, at) => [
      ...(at === idle ? ['', speech.say('explain.idle')] : []),
      line(row),
      ...(rules[at]?.examples ?? []).map((title) => `${indent}${title}`),
    ]),
  ].join('\n');
}
