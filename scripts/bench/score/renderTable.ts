import type { Table } from './section.ts';

/** A table as text: words to the left, numbers to the right (with three decimals unless all of a column are whole), its notes below. */
export function renderTable({ title, rows, notes = [] }: Table): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const isWhole = names.map((name) => rows.every((row) => wholeOrNone(row[name])));
  const cells = rows.map((row) => names.map((name, at) => written(row[name], isWhole[at] ? 0 : 3)));
  const widths = names.map((name, at) =>
    Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)),
  );
  const isNumber = names.map((name) => rows.some((row) => typeof row[name] === 'number'));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) =>
        isNumber[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [title, line(names), ...cells.map(line), ...notes.map((note) => `  ${note}`), ''].join(
    '\n',
  );
}

/** Numbers with as many decimals as their column has; no value is a dash. */
function written(value: string | number | undefined, decimals: number): string {
  if (typeof value === 'string') return value;
  return value === undefined || Number.isNaN(value) ? '-' : value.toFixed(decimals);
}

function wholeOrNone(value: string | number | undefined): boolean {
  return typeof value !== 'number' || Number.isNaN(value) || Number.isInteger(value);
}
