import { hash } from 'node:crypto';

/** First 12 hex digits of the SHA-256 of a text: long enough to tell the items of a desk apart. */
export function shortHash(text: string): string {
  return hash('sha256', text).slice(0, 12);
}
