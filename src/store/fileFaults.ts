import { type Finding, fileFinding } from '../model/desk/finding.ts';

export function symbolicLink(file: string): Finding {
  return fileFinding(file, { code: 'file/symbolic-link', values: {} });
}

export function noFolder(file: string): Finding {
  return fileFinding(file, { code: 'desk/not-a-folder', values: {} });
}
