/** A text in a header, and where it stands there: `['rules', 0, 'source']`. */
export interface NamedAt {
  name: string;
  at: (string | number)[];
}

/**
 * The texts that a path leads to, in their order.
 * @param path as in JSONPath, without `$`: `source`, `topics[*]`, `rules[*].matches[*].source`, and `interests.*~` for the
 * keys of a mapping
 */
export function namesAt(data: unknown, path: string): NamedAt[] {
  return follow(data, path.match(/\*~|[^.[\]]+/g) ?? [], []);
}

function follow(value: unknown, [step, ...rest]: string[], at: NamedAt['at']): NamedAt[] {
  if (step === undefined) return typeof value === 'string' ? [{ name: value, at }] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (step === '*~') return Object.keys(value).map((name) => ({ name, at: [...at, name] }));
  if (step === '*') {
    return Array.isArray(value)
      ? value.flatMap((part, index) => follow(part, rest, [...at, index]))
      : [];
  }
  return follow((value as Record<string, unknown>)[step], rest, [...at, step]);
}
