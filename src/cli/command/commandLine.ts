/**
 * A command line up to where the command's own words and flags begin, as texts hold it: `npm run harvest --`. It is shown
 * in the form in which the reader called (`callForm.ts`).
 * @param name of the script, and of its part where it has several: `sources add`
 */
export function commandLine(name: string): string {
  const [script, ...part] = name.split(' ');
  return [`npm run ${script}`, '--', ...part].join(' ');
}
