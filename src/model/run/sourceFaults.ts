import type { Kebab } from './kebab.ts';
import type { OtherFault } from './otherFault.ts';

/**
 * Why a source gave no answer, and what the sentence about it needs; see `FaultValues`. The code of `notAFeed` is
 * `source/not-a-feed`.
 */
export interface SourceFaults {
  refused:
    | { why: 'scheme' | 'address' | 'path' | 'outside' | 'place'; url: string; typed?: string }
    | { why: 'private' | 'thisMachine'; url: string; host: string; typed?: string }
    | { why: 'privateHost' | 'noPublicHost'; host: string; typed?: string }
    | { why: 'redirect'; url: string; to: string; typed?: string };
  unreachable: { why: 'connection'; url: string; reason: string } | { why: 'noHost'; host: string };
  reset: { url: string; reason: string };
  tls: { url: string; reason: string };
  timeout:
    | { why: 'noAnswer'; url: string; reason: string }
    | { why: 'unfinished'; url: string; ms: number };
  protocol:
    | { why: 'notHttp'; url: string; reason: string }
    | { why: 'otherQuestion'; url: string }
    | { why: 'status'; url: string; status: string };
  gone: { url: string; status: string };
  missing: { url: string; status: string };
  forbidden: { url: string; status: string };
  busy: { url: string; status: string };
  status: { url: string; status: string };
  tooManyRedirects: { url: string; most: number };
  tooLarge:
    | { why: 'headers'; url: string; reason: string }
    | { why: 'body'; url: string; most: number };
  truncated:
    | { why: 'cut'; url: string; reason: string }
    | { why: 'encodings'; url: string; n: number; encoding: string }
    | { why: 'encoding'; url: string; encoding: string }
    | { why: 'damaged'; url: string };
  notAFeed: { why: 'empty' | 'page' | 'other' };
  parserEnded:
    | { why: 'closed' | 'ended' | 'start' }
    | { why: 'overrun'; ms: number }
    | { why: 'failed' | 'broken'; reason: string };
  robots: { url: string };
  noFile:
    | { why: 'missing' | 'notAFile'; url: string }
    | { why: 'unreadable'; url: string; reason: string };
}

/** Why a source gave no answer. */
export type Fault = keyof SourceFaults;

/** The same by their codes. */
export type SourceFaultValues = { [F in Fault as `source/${Kebab<F>}`]: SourceFaults[F] } & {
  /** no page is read where robots.txt cannot be */
  'source/no-robots': { fault: OtherFault };
};
