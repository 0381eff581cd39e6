/** The page that an item is of, to tell whether two items are of one. */
export interface Page {
  /** canonical, by today's rules */
  address: string;
  /** the part that the address names (`2026-11-05` of `…/news#2026-11-05`); empty if it names none */
  part: string;
  /** whose page it is, where that is known */
  source?: string | undefined;
}
