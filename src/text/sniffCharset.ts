/** A charset, the characters that its texts mostly consist of, and how much of a text they must be. */
interface Candidate {
  charset: string;
  frequent: RegExp;
  least: number;
}

// In order of trust: the first that fits wins a tie. Han characters are those that a third of any text consists of.
const CANDIDATES: readonly Candidate[] = [
  { charset: 'euc-jp', frequent: /[\u3041-\u3093\u30A1-\u30F4\u30FC\u3001\u3002]/g, least: 0.4 },
  { charset: 'shift_jis', frequent: /[\u3041-\u3093\u30A1-\u30F4\u30FC\u3001\u3002]/g, least: 0.4 },
  { charset: 'euc-kr', frequent: /[\uAC00-\uD7A3]/g, least: 0.8 },
  {
    charset: 'gb18030',
    frequent:
      /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年学发后多天经方现家新本成作用进行动分前面法高公同工业与全部第部电主理，。、：]/g,
    least: 0.1,
  },
  {
    charset: 'big5',
    frequent:
      /[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年學發後多天經方現家新本成作用進行動分前面法高公同工業與全部第電主理，。、：]/g,
    least: 0.1,
  },
  { charset: 'windows-1251', frequent: /[оеаинтсрвлкмдпу]/g, least: 0.6 },
  { charset: 'koi8-r', frequent: /[оеаинтсрвлкмдпу]/g, least: 0.6 },
  { charset: 'iso-8859-5', frequent: /[оеаинтсрвлкмдпу]/g, least: 0.6 },
  { charset: 'windows-1253', frequent: /[αοιετσνηυρπκμλςίάό]/g, least: 0.6 },
  { charset: 'windows-1255', frequent: /[יוהלאתרבשמנםדחק]/g, least: 0.6 },
  { charset: 'windows-874', frequent: /[\u0E01-\u0E3A\u0E40-\u0E4E]/g, least: 0.97 },
];

const MAX_READ = 20_000;

/**
 * The charset of bytes that are not UTF-8 and say nothing of themselves; undefined if they may well be Western.
 * Letters beyond ASCII stand alone between others in Western texts, and side by side in those of other scripts.
 */
export function sniffCharset(bytes: Uint8Array): string | undefined {
  const sample = wholeLines(bytes);
  if (!isDense(sample)) return undefined;
  let best: string | undefined;
  let most = 0;
  for (const { charset, frequent, least } of CANDIDATES) {
    const share = shareOf(sample, charset, frequent);
    if (share >= least && share / least > most) [best, most] = [charset, share / least];
  }
  return best;
}

/** At most `MAX_READ` bytes, not cut inside a character. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= MAX_READ) return bytes;
  const end = bytes.lastIndexOf(0x0a, MAX_READ);
  return bytes.subarray(0, end > 0 ? end : MAX_READ);
}

/** Whether most bytes beyond ASCII have a neighbour of their kind. */
function isDense(bytes: Uint8Array): boolean {
  let high = 0;
  let accompanied = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    high += 1;
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) accompanied += 1;
  }
  return high >= 8 && accompanied / high > 0.6;
}

/** How much of what is not ASCII the frequent characters are; 0 where the bytes are not of this charset. */
function shareOf(bytes: Uint8Array, charset: string, frequent: RegExp): number {
  let text: string;
  try {
    text = new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return 0;
  }
  const beyond = text.match(/[^\p{ASCII}\u00A0]/gu)?.length ?? 0;
  return beyond === 0 ? 0 : (text.match(frequent)?.length ?? 0) / beyond;
}
