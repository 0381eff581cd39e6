/** Characters of raw HTML that an item carries at most; what is longer is cut. */
export const MAX_HTML = 100_000;
/** Characters of plain text that an item carries at most. */
export const MAX_TEXT = 8_000;
/** Characters of a title at most, cut at a word. */
export const MAX_TITLE = 300;
/** Bytes of a feed at most, decompressed. */
export const MAX_FEED_BYTES = 10 * 1024 * 1024;
