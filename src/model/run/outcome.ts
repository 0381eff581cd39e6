/**
 * What became of every harvested item: exactly one of these each, so that a run's totals are sums of them.
 *
 * - `proposed`: written as a candidate
 * - `known`: the ledger, a pick or a candidate already has its id
 * - `duplicate`: another item of this run has the same address, or the same text, and leads
 * - `sameStory`: another item of this run tells the same story in other words and leads
 * - `belowThreshold`: its best score is under the desk's threshold
 * - `otherLanguage`: no audience reads its language
 * - `vetoed`: a rule, a topic's `exclude` or an audience's `avoid` names it
 * - `overBudget`: good enough, but the run's budget was spent on better ones
 * - `overCap`: good enough, but its source had its share of this run
 * - `flood`: good enough, but its source brought more such items than `floodLimit` at once; the newest came first
 * - `future`: dated more than a day ahead of the run
 * - `tooOld`: published longer ago than the desk looks back
 * - `noLink`: has no http(s) address, so nobody could read it
 */
export const OUTCOMES = [
  'proposed',
  'known',
  'duplicate',
  'sameStory',
  'belowThreshold',
  'otherLanguage',
  'vetoed',
  'overBudget',
  'overCap',
  'flood',
  'future',
  'tooOld',
  'noLink',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How reading one source ended. The first four are answers; the rest say why there was none. */
export const SOURCE_CODES = [
  'ok',
  /** a feed that can be read and has no items */
  'empty',
  /** the publisher says that nothing has changed (HTTP 304) */
  'unchanged',
  /** not asked: the publisher said how long an answer holds, or that we should wait */
  'resting',
  /** the address or the path may not be read: not http(s), a private address, outside the repository */
  'refused',
  /** no connection: unknown name, no route, nobody listening */
  'unreachable',
  /** the connection was cut before an answer */
  'reset',
  /** the certificate is not good, or the other side speaks no TLS */
  'tls',
  'timeout',
  /** the answer is no HTTP that can be read */
  'protocol',
  /** HTTP 410: the publisher took it down for good */
  'gone',
  /** HTTP 404 */
  'missing',
  /** HTTP 401, 402, 403 or 407: not for us */
  'forbidden',
  /** HTTP 429 or 503: asked to wait */
  'busy',
  /** any other HTTP status */
  'status',
  'tooManyRedirects',
  'tooLarge',
  /** the body ended early or does not decompress */
  'truncated',
  /** the answer is not RSS, Atom, RDF, CDF or JSON Feed */
  'notAFeed',
  /** the parser ran past its deadline or its memory and was ended */
  'parserEnded',
  /** robots.txt asks us to stay away; pages only, feeds are meant for programs */
  'robots',
  /** the repository has no such file */
  'noFile',
] as const;
export type SourceCode = (typeof SOURCE_CODES)[number];
