import type { Desk } from '../../src/model/desk.ts';
import type { HeaderFault } from '../../src/model/finding.ts';
import { failedNameExamples } from '../../src/score/mentions/failedNameExamples.ts';
import { failedExamples } from '../../src/score/rules/failedExamples.ts';
import { failedToneExamples } from '../../src/text/tone/failedToneExamples.ts';

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
