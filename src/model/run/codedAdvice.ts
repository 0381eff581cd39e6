import type { AdviceFaultValues } from './adviceFaults.ts';
import type { CodedFault } from './fault.ts';
import { kebab } from './kebab.ts';
import type { SourceAdvice } from './runReport.ts';

/** Advice as a fault, whose sentence and hint `faultText` says: `movedAway` is `advice/moved-away`. */
export function codedAdvice({ kind, values }: SourceAdvice): CodedFault<keyof AdviceFaultValues> {
  return { code: `advice/${kebab(kind)}`, values } as CodedFault<keyof AdviceFaultValues>;
}
