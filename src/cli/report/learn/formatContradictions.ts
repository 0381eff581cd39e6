import type { CommandKey, CommandWords } from '../../../i18n/commandWords.ts';
import type { Desk } from '../../../model/desk/desk.ts';
import type { Instant } from '../../../model/desk/time.ts';
import type { Contradiction, DecidedItem } from '../../../score/learn/contradictions.ts';
import { dayOf } from '../../../text/time.ts';
import { inCallForm } from '../../command/callForm.ts';
import type { Terminal } from '../../command/terminal.ts';
import { cut, percent, WIDTH, wrap } from '../table.ts';

const KINDS: Readonly<Record<Contradiction['kind'], CommandKey>> = {
  copy: 'learn.pairs.copy',
  duplicate: 'learn.pairs.duplicate',
  alike: 'learn.pairs.alikeTexts',
};

/**
 * Pairs and groups that were decided differently, with what to do about them.
 * @param reader how they called, and so how the advice says to call, and their language
 */
export function formatContradictions(
  contradictions: readonly Contradiction[],
  desk: Pick<Desk, 'settings'>,
  { form, speech }: Pick<Terminal, 'form' | 'speech'>,
): string[] {
  const head = speech.say('learn.pairs.title');
  if (contradictions.length === 0) return [head, ...wrap(speech.say('learn.pairs.none'))];
  return [
    head,
    ...contradictions.flatMap((one, at) => [
      ...(at > 0 ? [''] : []),
      ...wrap(
        one.likeness === undefined
          ? speech.say(KINDS[one.kind])
          : speech.say('learn.pairs.likeness', {
              share: percent(one.likeness),
              what: speech.say(KINDS[one.kind]),
            }),
      ),
      ...one.items.flatMap((item) => formatItem(item, desk, speech)),
      ...whatToDo(one, speech).flatMap((text) => wrap(inCallForm(text, form), 4)),
    ]),
  ];
}

function formatItem(
  item: DecidedItem,
  { settings }: Pick<Desk, 'settings'>,
  { say }: CommandWords,
): string[] {
  const { title, id, source, audience, kept, at, by, reason } = item;
  const day = dayOf(at as Instant, settings.timeZone);
  const [yes, no] = [say('learn.pairs.kept'), say('learn.pairs.dropped')];
  const verdict = `${day}  ${(kept ? yes : no).padEnd(Math.max(yes.length, no.length))}  `;
  const facts = [
    ...(by === undefined ? [] : [say('learn.pairs.by', { name: by })]),
    ...(audience === undefined ? [] : [say('learn.pairs.for', { audience })]),
    say('learn.pairs.from', { source }),
    id,
    ...(reason === undefined
      ? kept
        ? []
        : [say('learn.pairs.noReason')]
      : [say('learn.pairs.reason', { reason })]),
  ].join(', ');
  const indent = 4 + verdict.length;
  return [`    ${verdict}${cut(title, WIDTH - indent)}`, ...wrap(facts, indent)];
}

function whatToDo({ kind, items }: Contradiction, { say }: CommandWords): string[] {
  const audiences = new Set(items.map(({ audience }) => audience));
  const dropped = items.filter(({ kept }) => !kept).map(({ id }) => id);
  if (kind === 'duplicate') return [say('learn.pairs.leave')];
  if (kind === 'alike') return [];
  return [
    ...(audiences.size > 1 ? [say('learn.pairs.audiences')] : []),
    say('learn.pairs.restore'),
    ...dropped.map((id) => `npm run settle -- --restore ${id}`),
    say('learn.pairs.rule'),
  ];
}
