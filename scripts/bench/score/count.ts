/** `1 source`, `18 sources`: a number with its noun, for closing lines. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
