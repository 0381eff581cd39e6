import { ledgerOf } from '../../../src/model/desk/ledger/ledger.ts';
import { groupCopies } from '../../../src/stories/groupCopies.ts';
import { buildCorpus, toDoc } from '../../../src/words/corpus.ts';
import { toItem } from './desk.ts';
import { mean } from './metrics.ts';
import { judgeCopies, plantCopies } from './plantedCopies.ts';
import type { Bench, Section } from './section.ts';

const NOTHING_KNOWN = { ledger: ledgerOf([]), picks: [], candidates: [] };

export const copies: Section = {
  needs: [],
  run: (bench) => {
    const rounds = bench.seeds.map((seed) => findPlanted(bench, seed));
    const first = rounds[0];
    const rows = (first?.kinds ?? []).map(({ perturbation, copies }, kind) => ({
      'copies that differ by': perturbation,
      copies,
      recall: mean(rounds.map(({ kinds }) => (kinds[kind]?.met ?? 0) / copies)),
    }));
    const precision = mean(rounds.map((round) => round.precision));
    const recall = mean(rounds.map((round) => round.recall));
    const all = { 'copies that differ by': 'all', copies: first?.wanted, recall, precision };
    const notes = [
      `${first?.texts} texts, copies among them; ${first?.found} pairs found with the first seed, ${(first?.found ?? 0) - (first?.right ?? 0)} of them wrong, ${first?.wrongOfBase} of these between texts that were there before`,
    ];
    return [{ title: 'Near-duplicates among perturbed copies', rows: [...rows, all], notes }];
  },
};

function findPlanted({ corpora, progress }: Bench, seed: number) {
  progress(`copies: seed ${seed}`);
  const planted = plantCopies(corpora, seed);
  const items = planted.map(({ row }) => toItem(row));
  const corpus = buildCorpus(NOTHING_KNOWN, items);
  const place = new Map(items.map(({ id }, at) => [id, at]));
  const groups = groupCopies(items.map(toDoc), corpus);
  const places = groups.map((ids) => ids.map((id) => place.get(id) ?? -1));
  return { texts: planted.length, ...judgeCopies(planted, places) };
}
