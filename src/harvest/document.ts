/** What a source answered, undecoded. */
export interface FeedDocument {
  /** of HTTP; 200 for a file */
  status: number;
  /** where the answer came from after redirects; for a file the publisher's site, if it is known */
  url: string | undefined;
  /** the header as it came; empty for a file */
  contentType: string;
  /** decompressed */
  bytes: Uint8Array;
}
