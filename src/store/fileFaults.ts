import type { Finding } from '../model/desk/finding.ts';

/** A fault of a file as a whole, shown at its beginning. */
export function fileFault(
  file: string,
  code: Finding['code'],
  message: string,
  hint: string,
  severity: Finding['severity'] = 'error',
): Finding {
  return { file, line: 1, column: 1, code, message, hint, severity };
}

export function symbolicLink(file: string): Finding {
  return fileFault(
    file,
    'file/symbolic-link',
    'Symbolic links are not followed.',
    'Put the file or the folder itself here.',
  );
}

export function noFolder(file: string): Finding {
  return fileFault(
    file,
    'desk/not-a-folder',
    'A file stands where a folder belongs.',
    'Rename the file, or make a folder of it.',
  );
}
