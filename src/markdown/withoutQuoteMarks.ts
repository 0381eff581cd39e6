/** A body as it reads without the marks of its quotations, which stand at the beginning of lines. */
export function withoutQuoteMarks(body: string): string {
  return body.replace(/^> ?/gm, '');
}
