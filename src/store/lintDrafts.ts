import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownWords } from '../markdown/ownWords.ts';
import type { Desk } from '../model/desk/desk.ts';
import type { Finding } from '../model/desk/finding.ts';
import type { Instant } from '../model/desk/time.ts';
import { lintTone, type ToneLint } from '../phrases/tone/lintTone.ts';
import { detectLanguage } from '../text/language.ts';
import { draftsOf } from './draftsOf.ts';
import { byPlace } from './placeFaults.ts';

/**
 * What the desk's rules of tone have to say of its own drafts, never of what they quote. Hints, unless the desk calls a
 * rule an error: then a warning, for which a person is needed.
 * @param folder the desk's, from which findings name files
 */
export async function lintDrafts(
  desk: Pick<Desk, 'settings' | 'candidates' | 'slots' | 'picks' | 'channels' | 'rules'>,
  folder: string,
  now: Instant,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { entry, language: declared } of draftsOf(desk, now)) {
    const words = ownWords(entry.body);
    if (words === '') continue;
    const language = detectLanguage(words, { declared });
    const lints = await lintTone(entry.body, desk.rules.tone, language);
    if (lints.length === 0) continue;
    const above = linesAbove(readFileSync(join(folder, entry.path), 'utf8'), entry.body);
    findings.push(...lints.map((lint) => toFinding(lint, `${folder}/${entry.path}`, above)));
  }
  return findings.sort(byPlace);
}

/** Lines of a file before its body, with which it ends. */
function linesAbove(text: string, body: string): number {
  return text.slice(0, text.lastIndexOf(body)).split('\n').length - 1;
}

function toFinding(lint: ToneLint, file: string, above: number): Finding {
  const { line, column, rule, category, severity, note, words } = lint;
  return {
    file,
    line: line + above,
    column,
    code: `tone/${category}`,
    values: {
      words: words.replace(/\s+/g, ' '),
      rule,
      advice: note ?? { code: `tone-advice/${category}`, values: {} },
    },
    severity: severity === 'error' ? 'warning' : 'hint',
  };
}
