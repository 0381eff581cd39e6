/**
 * How a person runs a command, up to where its own words and flags begin: `npm run harvest --`.
 * @param name of the script, and of its part where it has several: `sources add`
 */
export function commandLine(name: string): string {
  const [script, ...part] = name.split(' ');
  return [`npm run ${script}`, '--', ...part].join(' ');
}
