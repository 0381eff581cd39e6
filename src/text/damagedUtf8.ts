/** Characters beyond ASCII that must be whole for one that is not: without a claim of UTF-8, and with one. */
const LEAST = { unclaimed: 8, claimed: 2 };

/**
 * UTF-8 with a broken character here and there, as an aggregator or a cut leaves it; what cannot be read is U+FFFD, and
 * an unfinished end is left out. Undefined if most of what is beyond ASCII is no UTF-8.
 * @param claimed whether the document says that it is UTF-8
 */
export function damagedUtf8(bytes: Uint8Array, claimed: boolean): string | undefined {
  // While more could come, an unfinished character at the end is no damage.
  const text = new TextDecoder('utf-8').decode(withoutSurrogates(bytes), { stream: true });
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) whole += 1;
  }
  const least = claimed ? LEAST.claimed : LEAST.unclaimed;
  return whole > 0 && whole >= broken * least ? text : undefined;
}

/**
 * Characters beyond U+FFFF that were written as two surrogates of three bytes each, in four bytes.
 * @see https://www.unicode.org/reports/tr26/
 */
function withoutSurrogates(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (let at = bytes.indexOf(0xed); at !== -1; at = bytes.indexOf(0xed, at + 1)) {
    const code = surrogatePair(bytes, at);
    if (code === undefined) continue;
    pieces.push(bytes.subarray(from, at), Buffer.from(String.fromCodePoint(code)));
    from = at + 6;
    at += 5;
  }
  return from === 0 ? bytes : Buffer.concat([...pieces, bytes.subarray(from)]);
}

/** The code point of two surrogates, each as `ED`, its middle six bits with the kind above, its last six bits. */
function surrogatePair(bytes: Uint8Array, at: number): number | undefined {
  const [, high = 0, highEnd = 0, again, low = 0, lowEnd = 0] = bytes.subarray(at, at + 6);
  const isPair = high >> 4 === 0xa && again === 0xed && low >> 4 === 0xb;
  if (!isPair || highEnd >> 6 !== 2 || lowEnd >> 6 !== 2) return undefined;
  const upper = ((high & 0xf) << 6) | (highEnd & 0x3f);
  const lower = ((low & 0xf) << 6) | (lowEnd & 0x3f);
  return 0x10000 + (upper << 10) + lower;
}
