import { parseArgs } from 'node:util';
import type { Desk } from '../../../src/model/desk/desk.ts';
import type { ItemLine } from '../../../src/model/desk/ledger/itemLine.ts';
import { ledgerOf } from '../../../src/model/desk/ledger/ledger.ts';
import type { Instant } from '../../../src/model/desk/time.ts';
import type { Item } from '../../../src/model/run/item.ts';
import { cut } from '../../../src/model/run/rememberedText.ts';
import { score } from '../../../src/score/score.ts';
import { newsOf, type Row, readCorpora } from './corpora.ts';
import { makeDesk, NOW, toItem } from './desk.ts';
import { changedWords, type Vocabulary, vocabularyOf } from './perturb.ts';
import { readProfiles } from './profiles.ts';
import { type Random, randomOf, shuffled } from './random.ts';

/**
 * What `bench:score` measures as the scoring of a big harvest, in a process of its own. Prints one line of JSON.
 *   --corpora <folder>; --profiles <file>; --items <n>; --decisions <n>
 */
const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: '' },
    profiles: { type: 'string', default: '' },
    items: { type: 'string', default: '10000' },
    decisions: { type: 'string', default: '1000' },
  },
});

const { items, desk } = load();
const start = performance.now();
const cpu = process.cpuUsage();
const { scored } = score(items, desk, { now: NOW });
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
process.stdout.write(
  `${JSON.stringify({
    items: scored.length,
    decisions: desk.ledger.items.length / 2,
    seconds,
    cpu: (user + system) / 1_000_000,
  })}\n`,
);

/** In a function, so that the texts as they were read are gone when scoring begins. */
function load(): { items: Item[]; desk: Desk } {
  const random = randomOf('throughput');
  const read = newsOf(readCorpora(values.corpora));
  const mixed = shuffled(read, random);
  const decided = mixed.slice(0, Number(values.decisions));
  const fresh = mixed.slice(decided.length);
  const vocabulary = vocabularyOf(read);
  const items = Array.from({ length: Number(values.items) }, (_, n) =>
    toItem(freshRow(fresh, n, random, vocabulary)),
  );
  return { items, desk: { ...sixTopics(), ledger: ledgerOf(decided.flatMap(linesOf)) } };
}

/** The texts one after the other; when they run out, again with a quarter of their words changed. */
function freshRow(rows: readonly Row[], n: number, random: Random, vocabulary: Vocabulary): Row {
  const row = rows[n % rows.length];
  if (row === undefined) throw new RangeError('the corpora hold too few Spanish and English texts');
  if (n < rows.length) return row;
  return { ...row, ...changedWords(row, 0.25, random, vocabulary), id: `${row.id}-${n}` };
}

/** Six topics that differ, and three audiences that want four of them each. */
function sixTopics(): Desk {
  const byLabel = new Map(
    readProfiles(values.profiles).map((one) => [one.label.toLowerCase(), one]),
  );
  const profiles = [...byLabel.values()].slice(0, 6);
  const name = (index: number) => `topic-${index + 1}`;
  const interests = [0, 2, 4].map((first) =>
    Object.fromEntries(
      [0, 1, 2, 3].map((step) => [name((first + step) % profiles.length), step === 0 ? 2 : 1]),
    ),
  );
  return makeDesk(profiles, interests, ['en', 'es'], name);
}

/** Proposed once, and kept or dropped since. */
function linesOf(row: Row, index: number): ItemLine[] {
  const { id, source, title, url, language, text } = toItem(row);
  const facts = { id, source, title, url, language };
  const at = (hour: number) =>
    new Date(Date.parse(NOW) - (index + 1) * 3_600_000 + hour * 60_000).toISOString() as Instant;
  return [
    {
      ...facts,
      at: at(0),
      event: 'proposed',
      score: 50,
      audience: 'audience-1',
      text: cut(text),
    },
    { ...facts, at: at(1), event: /health|salud|polit|covid/i.test(row.label) ? 'keep' : 'drop' },
  ];
}
