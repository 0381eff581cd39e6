import { Instant } from '../../model/desk/time.ts';
import { CribaError } from '../../model/run/error.ts';
import { EDITIONS, type EditionName } from '../../model/site/editionName.ts';
import { toInstant } from '../../text/time.ts';

/** `--now`, in UTC; the clock without it. @throws CribaError `usage/now` */
export function readNow(value: unknown): Instant {
  if (value === undefined) return toInstant(Date.now());
  const now = Instant.safeParse(value);
  if (now.success) return toInstant(Date.parse(now.data));
  throw new CribaError('usage/now', { given: String(value) });
}

/** `--port`, 0 to 65535, where 0 is any free one. @throws CribaError `usage/port` */
export function readPort(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const port = Number(value);
  if (/^\d{1,5}$/.test(String(value)) && port <= 65_535) return port;
  throw new CribaError('usage/port', { given: String(value) });
}

/** `--edition`. @throws CribaError `usage/edition` */
export function readEdition(value: unknown): EditionName | undefined {
  if (value === undefined) return undefined;
  const edition = EDITIONS.find((name) => name === value);
  if (edition) return edition;
  throw new CribaError('usage/edition', { given: String(value), known: EDITIONS });
}
