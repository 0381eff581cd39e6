/** The widest line of what is said, in characters. */
export const WIDTH = 100;

/** Rows in columns: the first to the left, the others to the right, two blanks between. */
export function table(rows: readonly (readonly string[])[], { left = [0] } = {}): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => lengthOf(row[at]))));
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const blanks = ' '.repeat((widths[at] ?? 0) - lengthOf(cell));
        return left.includes(at) ? cell + blanks : blanks + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** A share of a whole line of blocks; the least that is not nothing is one. @param share 0 to 1 */
export function bar(share: number, width: number): string {
  return '█'.repeat(share > 0 ? Math.max(1, Math.round(share * width)) : 0);
}

/** Prose in lines of at most `WIDTH`. @param indent blanks before each */
export function wrap(text: string, indent = 2): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || indent + last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => ' '.repeat(indent) + line);
}

/** A text cut to a length, with an ellipsis where it was cut. */
export function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function lengthOf(text = ''): number {
  return [...text].length;
}
