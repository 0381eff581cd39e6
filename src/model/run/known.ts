/** What a desk has met already, so that no harvest proposes it again. */
export interface Known {
  ids: ReadonlySet<string>;
  /** canonical by today's rules, so that a decision holds whatever rules its id was minted under */
  addresses: ReadonlySet<string>;
  /** first six of the ids of files that cannot be read: their items count as known too */
  endings: ReadonlySet<string>;
}
