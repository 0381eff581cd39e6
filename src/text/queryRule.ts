import type { AddressRules } from '../model/desk/addressRules.ts';
import { canonicalHost } from './canonicalHost.ts';

/** Whether a parameter of an address on that host (canonical) says nothing about which page it is. */
export type QueryRule = (name: string, value: string, host: string) => boolean;

/** Whether a name is in a list of names and beginnings. */
type NameTest = (name: string) => boolean;

/** The rules of a desk as a test of one parameter. */
export function openQueryRule({ drop, ambiguous, origins, keep }: AddressRules): QueryRule {
  const always = nameTest(drop);
  const perhaps = nameTest(ambiguous);
  const origin = originTest(origins);
  const byHost = Map.groupBy(Object.entries(keep), ([host]) => hostOf(host));
  const exceptions = new Map(
    Array.from(byHost, ([host, lists]) => [host, nameTest(lists.flatMap(([, names]) => names))]),
  );
  return (written, value, host) => {
    const name = written.toLowerCase();
    const drops = always(name) || (perhaps(name) && origin(value));
    return drops && !(exceptions.size > 0 && isExcepted(name, host, exceptions));
  };
}

function isExcepted(
  name: string,
  host: string,
  exceptions: ReadonlyMap<string, NameTest>,
): boolean {
  for (let end = host; ; end = end.slice(end.indexOf('.') + 1)) {
    if (exceptions.get(end)?.(name)) return true;
    if (!end.includes('.')) return false;
  }
}

function nameTest(written: readonly string[]): NameTest {
  const low = written.map((name) => name.toLowerCase());
  const names = new Set(low.filter((name) => !name.endsWith('*')));
  const beginnings = low.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
  return (name) => names.has(name) || beginnings.some((beginning) => name.startsWith(beginning));
}

/** A word of the list, with no letter beside it: `rss` in `rss-feed` and `rss2`, and not in `progress`. */
function originTest(words: readonly string[]): NameTest {
  if (words.length === 0) return () => false;
  const shape = new RegExp(`(?:^|[^a-z])(?:${words.join('|')})(?:$|[^a-z])`, 'i');
  return (value) => shape.test(value);
}

function hostOf(written: string): string {
  return canonicalHost(new URL(`https://${written}`).hostname);
}
