import { z } from 'astro/zod';
import { expects } from './expects.ts';

/** The name of a file in the desk, without its ending, as other files refer to it: `housing-observatory`. */
export const Name = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, expects('expects/name', {}))
  .max(80);

/** A language of the web, as in `<html lang>`: `es`, `en`, `pt-BR`. */
export const Language = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, { ...expects('expects/language', {}), abort: true })
  .refine(isLanguage, expects('expects/language', {}));

/** Whether `Intl` can name it, which says no to `en-us-uk`. */
function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** The languages that a desk, its site and its reports speak. */
export const SiteLanguage = z.enum(['es', 'en']);
export type SiteLanguage = z.infer<typeof SiteLanguage>;

/** Words in each of the desk's languages; at least one of them. */
export const Words = z
  .strictObject({ es: z.string().optional(), en: z.string().optional() })
  .refine(
    (words) => words.es !== undefined || words.en !== undefined,
    expects('expects/words', {}),
  );
export type Words = z.infer<typeof Words>;

/** An http or https address that `URL` can read, with no user name in it. */
export const WebAddress = z.string().refine(isWebAddress, expects('expects/address', {}));

/** Whether a text is an http(s) address without credentials: the only kind that Criba links to or fetches. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.hostname !== '' &&
    url.username === '' &&
    url.password === ''
  );
}
