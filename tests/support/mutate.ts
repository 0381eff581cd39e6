/** Numbers from 0 to below 1, the same for the same seed. */
export type Random = () => number;

/** @see https://en.wikipedia.org/wiki/Linear_congruential_generator the multiplier and increment of Numerical Recipes */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Mutation = (bytes: Buffer, random: Random) => Buffer;

const below = (limit: number, random: Random) => Math.floor(random() * limit);
const pick = <T>(list: readonly T[], random: Random): T => list[below(list.length, random)] as T;

/** Text that readers stumble over. */
const INJECTED = [
  '&',
  '&amp;amp;',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&nbsp',
  '&unknown;',
  '&lt;script&gt;',
  '<',
  '>',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?xml version="1.0"?>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '\0',
  '\u0001',
  '\uFEFF',
  '\u202E',
  '"',
  "'",
  '</item>',
  '<item>',
  '</entry>',
  '<entry>',
  '</channel>',
  '<title>',
  '</title>',
  ' xmlns="http://a.example/"',
  ' xml:base="//["',
  ' xml:lang=""',
  '<a:b xmlns:a="">',
  '<__proto__>',
  '{',
  '}',
  '[',
  ']',
  '\\u0000',
  '\\ud800',
  ',',
];

const MUTATIONS: readonly Mutation[] = [
  function flipBits(bytes, random) {
    const copy = Buffer.from(bytes);
    for (let times = 1 + below(20, random); times > 0; times -= 1) {
      const at = below(copy.length, random);
      copy[at] = (copy[at] ?? 0) ^ (1 << below(8, random));
    }
    return copy;
  },
  function cutOut(bytes, random) {
    const from = below(bytes.length, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + below(200, random))]);
  },
  function repeat(bytes, random) {
    const from = below(bytes.length, random);
    const piece = bytes.subarray(from, from + 1 + below(2_000, random));
    const copies = Array.from({ length: 1 + below(10, random) }, () => piece);
    return Buffer.concat([bytes.subarray(0, from), ...copies, bytes.subarray(from)]);
  },
  function truncate(bytes, random) {
    return bytes.subarray(0, below(bytes.length, random));
  },
  function behead(bytes, random) {
    return bytes.subarray(below(Math.min(bytes.length, 500), random));
  },
  function swapTags(bytes, random) {
    const text = bytes.toString('latin1');
    const tags = [...text.matchAll(/<[^<>]{1,100}>/g)];
    if (tags.length < 2) return bytes;
    const [one, other] = [pick(tags, random), pick(tags, random)].sort((a, b) => a.index - b.index);
    if (one === undefined || other === undefined || one === other) return bytes;
    const between = text.slice(one.index + one[0].length, other.index);
    const end = text.slice(other.index + other[0].length);
    return Buffer.from(text.slice(0, one.index) + other[0] + between + one[0] + end, 'latin1');
  },
  function dropTag(bytes, random) {
    const text = bytes.toString('latin1');
    const tags = [...text.matchAll(/<[^<>]{1,100}>/g)];
    if (tags.length === 0) return bytes;
    const { 0: tag, index } = pick(tags, random);
    return Buffer.from(text.slice(0, index) + text.slice(index + tag.length), 'latin1');
  },
  function inject(bytes, random) {
    let copy = bytes;
    for (let times = 1 + below(5, random); times > 0; times -= 1) {
      const at = below(copy.length, random);
      const piece = Buffer.from(pick(INJECTED, random));
      copy = Buffer.concat([copy.subarray(0, at), piece, copy.subarray(at)]);
    }
    return copy;
  },
];

/** A document with one to three faults that it did not have, and their names. */
export function mutate(bytes: Buffer, random: Random): { bytes: Buffer; faults: string[] } {
  let mutated = bytes;
  const faults: string[] = [];
  for (let times = 1 + below(3, random); times > 0 && mutated.length > 0; times -= 1) {
    const mutation = pick(MUTATIONS, random);
    mutated = mutation(mutated, random);
    faults.push(mutation.name);
  }
  return { bytes: mutated, faults };
}
