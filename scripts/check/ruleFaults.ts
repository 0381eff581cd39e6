import { failedNameExamples } from '../../src/mentions/failedNameExamples.ts';
import type { Desk } from '../../src/model/desk/desk.ts';
import type { HeaderFault } from '../../src/model/desk/finding.ts';
import { failedExamples } from '../../src/phrases/rules/failedExamples.ts';
import { failedToneExamples } from '../../src/phrases/tone/failedToneExamples.ts';

/** What is wrong with the rules that people wrote, of every kind: what cannot be read, and examples that do not hold. */
export function ruleFaults(desk: Desk): HeaderFault[] {
  const severity = 'warning';
  const names = failedNameExamples(desk.rules.names).map(({ at, message }): HeaderFault => {
    const hint = 'Change the name, its `aliases`, `context` or `excludes`, or the example.';
    return { path: 'rules/names.md', at, code: 'name/example', message, hint, severity };
  });
  const tone = failedToneExamples(desk.rules.tone).map(({ at, message }): HeaderFault => {
    const hint = 'Change the phrase of the rule, or the example.';
    return { path: 'rules/tone.md', at, code: 'tone/example', message, hint, severity };
  });
  return [...failedExamples(desk), ...names, ...tone];
}
