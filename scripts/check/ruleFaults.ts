import { failedNameExamples } from '../../src/mentions/failedNameExamples.ts';
import type { Desk } from '../../src/model/desk/desk.ts';
import type { HeaderFault } from '../../src/model/desk/finding.ts';
import { failedExamples } from '../../src/phrases/rules/failedExamples.ts';
import { failedToneExamples } from '../../src/phrases/tone/failedToneExamples.ts';

/** What is wrong with the rules that people wrote, of every kind: what cannot be read, and examples that do not hold. */
export function ruleFaults(desk: Desk): HeaderFault[] {
  const severity = 'warning';
  const names = failedNameExamples(desk.rules.names).map((failed): HeaderFault => {
    const { at, reason } = failed;
    return { path: 'rules/names.md', at, code: 'name/example', values: { reason }, severity };
  });
  const tone = failedToneExamples(desk.rules.tone).map((failed): HeaderFault => {
    const { at, reason } = failed;
    return { path: 'rules/tone.md', at, code: 'tone/example', values: { reason }, severity };
  });
  return [...failedExamples(desk), ...names, ...tone];
}
