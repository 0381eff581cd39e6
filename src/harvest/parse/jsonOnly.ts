/** A JSON object without what stands after it: caches append comments. The text as it is when it never ends. */
export function jsonOnly(text: string): string {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth === 0) return text.slice(0, index + token.length);
  }
  return text;
}
