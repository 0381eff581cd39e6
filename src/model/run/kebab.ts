/** A code as it is spelt where people read it: `notAFeed` is `not-a-feed`. */
export function kebab(code: string): string {
  return code.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
