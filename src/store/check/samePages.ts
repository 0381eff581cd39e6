import type { Desk, Entry } from '../../model/desk/desk.ts';
import type { Finding } from '../../model/desk/finding.ts';
import type { PickEntry } from '../../model/desk/pick.ts';
import type { Page } from '../../model/run/page.ts';
import { type Addressing, addressing } from '../../text/address.ts';
import { isSamePage, pageOf } from '../../text/samePage.ts';
import { place } from '../placeFaults.ts';
import { sharing } from './sharing.ts';

/** A pick or a candidate, and the page that it is of. */
interface Paged {
  path: string;
  id: string | undefined;
  page: Page;
  isPick: boolean;
  /** the day on which it came to the picks */
  since?: string | undefined;
  expires?: string | undefined;
}

/**
 * Files of one page whose ids do not say that they are one item: picks of the same address, by today's rules, and candidates
 * beside them, dropped ones aside.
 */
export function* samePages(desk: Desk, folder: string): Generator<Finding> {
  const addresses = addressing(desk.rules.addresses);
  const waiting = desk.candidates.filter(({ data }) => data.decision !== 'drop');
  const files = [
    ...desk.picks.map((pick) => pagedPick(pick, addresses)),
    ...waiting.map(({ path, data }): Paged => {
      return { path, id: data.id, page: pageOf(data, addresses), isPick: false };
    }),
  ];
  for (const group of sharing(files, ({ page }) => page.address)) {
    const picks = group.filter(({ isPick }) => isPick);
    const candidates = group.filter(({ isPick }) => !isPick);
    yield* picksOfOnePage(picks, folder);
    for (const one of candidates) yield* besidePicks(one, picks, folder);
  }
}

/** Each pick but the first of its page is named with all others. */
function* picksOfOnePage(picks: readonly Paged[], folder: string): Generator<Finding> {
  for (const [index, one] of picks.entries()) {
    const twins = picks.filter((other) => isTwin(one, other));
    if (twins.some((twin) => picks.indexOf(twin) < index)) yield sameAddress(one, twins, folder);
  }
}

function* besidePicks(one: Paged, picks: readonly Paged[], folder: string): Generator<Finding> {
  const twins = picks.filter((pick) => isTwin(one, pick));
  const known = twins.filter(({ id }) => id !== undefined);
  if (known.length > 0) yield sameAddress(one, known, folder);
  for (const pick of twins.filter(({ id }) => id === undefined)) {
    const values = { candidate: `${folder}/${one.path}`, id: String(one.id) };
    yield {
      ...place(folder, pick.path, ['url']),
      severity: 'warning',
      code: 'pick/no-id',
      values,
    };
  }
}

/** Files of one id are another finding; and a page whose pick had expired when it was kept again says something new. */
function isTwin(one: Paged, other: Paged): boolean {
  if (one === other || (one.id !== undefined && one.id === other.id)) return false;
  return isSamePage(one.page, other.page) && !isOver(one, other) && !isOver(other, one);
}

function isOver({ expires }: Paged, { since }: Paged): boolean {
  return expires !== undefined && since !== undefined && expires <= since;
}

function sameAddress({ path }: Paged, twins: readonly Paged[], folder: string): Finding {
  const others = twins.map((twin) => `${folder}/${twin.path}`);
  return {
    ...place(folder, path, ['url']),
    severity: 'warning',
    code: 'file/same-address',
    values: { others },
  };
}

function pagedPick({ path, data }: Entry<PickEntry>, addresses: Addressing): Paged {
  const { id, publish, kept, harvested, expires } = data;
  const since = (publish ?? kept ?? harvested)?.slice(0, 10);
  return { path, id, page: pageOf(data, addresses), isPick: true, since, expires };
}
