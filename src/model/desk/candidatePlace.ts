/** The months of folders that candidates stood in before they stood side by side: `candidates/2026/11`. */
const MONTH_FOLDER = /^candidates\/(\d{4})\/(0[1-9]|1[0-2])(?=\/[^/]+$)/;

/**
 * Where a candidate's file stands. The folder is flat and always holds a README.md: if a branch could empty it, git would
 * take it for a folder renamed to that of the picks, and would put there what other branches harvest.
 */
export function candidatePath(name: string): string {
  return `candidates/${name}.md`;
}

/** The month's folder that a path stands in, if it is one of the folders that candidates stood in before. */
export function monthFolder(path: string): string | undefined {
  return MONTH_FOLDER.exec(path)?.[0];
}

/** Says what the folder is for and how to decide. */
export const CANDIDATES_NOTE = 'candidates/README.md';

/** Whether a path is that of a README.md that says what its folder is for: for people, and read by no program. */
export function isFolderNote(path: string): boolean {
  return (
    path === CANDIDATES_NOTE || (path.endsWith('/README.md') && monthFolder(path) !== undefined)
  );
}
