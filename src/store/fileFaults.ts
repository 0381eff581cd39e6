import type { Finding } from '../model/desk/finding.ts';
import type { CodedFault } from '../model/run/fault.ts';

/** A fault of a file as a whole, shown at its beginning. */
export function fileFinding(
  file: string,
  fault: CodedFault,
  severity: Finding['severity'] = 'error',
): Finding {
  return { file, line: 1, column: 1, severity, ...fault };
}

export function symbolicLink(file: string): Finding {
  return fileFinding(file, { code: 'file/symbolic-link', values: {} });
}

export function noFolder(file: string): Finding {
  return fileFinding(file, { code: 'desk/not-a-folder', values: {} });
}
