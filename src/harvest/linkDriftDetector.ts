import { byTime } from '../model/desk/ledger/byTime.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import type { SourceAdvice } from '../model/run/runReport.ts';
import { registrableDomain } from './politeness/registrableDomain.ts';

/** Advice if the links of a source lead to another domain than they did; undefined if they do not. */
export type LinkDriftDetector = (
  source: string,
  items: readonly { url: string }[],
) => SourceAdvice | undefined;

/** Proposals of a source, the last ones, that show where its links lead. */
const PAST = 20;
/** The fewest links, then and now, from which anything follows. */
const ENOUGH = 5;
/** Share of them that makes a habit, and beyond which an answer has left it. */
const MOST = 0.8;

/**
 * A feed whose links suddenly lead to another registrable domain has a new site, a new owner or a burglar, and people
 * should look. What it linked to before is taken from the ledger alone: a source that links to many
 * domains, or of which little was proposed, is never flagged; one that has moved is flagged until its new links are
 * more than a fifth of its last proposals, for by then people have seen them.
 */
export function linkDriftDetector(ledger: readonly ItemLine[]): LinkDriftDetector {
  const proposals = Map.groupBy(
    ledger.filter(({ event }) => event === 'proposed'),
    ({ source }) => source,
  );
  return (source, items) => {
    const past = (proposals.get(source) ?? []).toSorted(byTime).slice(-PAST);
    const usual = habit(past);
    if (usual === undefined || items.length < ENOUGH) return undefined;
    const elsewhere = items.filter(({ url }) => registrableDomain(url) !== usual);
    if (elsewhere.length <= MOST * items.length) return undefined;
    const counts = { n: elsewhere.length, of: items.length };
    const example = elsewhere[0]?.url ?? '';
    return { kind: 'linksElsewhere', values: { ...counts, domain: usual, example } };
  };
}

/** The domain that most of these lead to. */
function habit(links: readonly { url: string }[]): string | undefined {
  if (links.length < ENOUGH) return undefined;
  const byDomain = Map.groupBy(links, ({ url }) => registrableDomain(url));
  return [...byDomain].find(([, own]) => own.length >= MOST * links.length)?.[0];
}
