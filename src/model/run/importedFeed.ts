/**
 * What becomes of each feed of a subscription list: exactly one of these, so that their counts add up.
 *
 * - `written`: becomes a source
 * - `there`: the desk follows it already
 * - `retired`: so it did, and its source is retired
 * - `twice`: stands in the list before
 * - `unreadable`: has no address that may be asked
 */
export const IMPORT_RESULTS = ['written', 'there', 'retired', 'twice', 'unreadable'] as const;
export type ImportResult = (typeof IMPORT_RESULTS)[number];

/** Why a text is not the address of a feed; `password`: it has a user name or a password in it, which git would keep. */
export type AddressFault = 'empty' | 'tooLong' | 'notWeb' | 'password';

/** A feed of a list and what becomes of it. */
export interface ImportedFeed {
  /** as the list has it */
  feed: string;
  /** as the list has it; may be empty */
  title: string;
  /** of the list, from 1 */
  line: number;
  result: ImportResult;
  /** of the source that follows it; absent if `result` is `unreadable` */
  path?: string;
  /** why it cannot be read */
  fault?: AddressFault | 'notPublic';
}
