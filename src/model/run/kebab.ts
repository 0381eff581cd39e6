/** A code as it is spelt where people read it: `notAFeed` is `not-a-feed`. */
export function kebab<S extends string>(code: S): Kebab<S> {
  return code.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) as Kebab<S>;
}

export type Kebab<S extends string> = S extends `${infer Letter}${infer Rest}`
  ? `${Letter extends Lowercase<Letter> ? Letter : `-${Lowercase<Letter>}`}${Kebab<Rest>}`
  : S;
