import type { Features } from '../../../src/learning/features.ts';
import type { ItemLine } from '../../../src/model/desk/ledger/itemLine.ts';
import { ledgerOf } from '../../../src/model/desk/ledger/ledger.ts';
import type { Instant } from '../../../src/model/desk/time.ts';
import {
  type AudienceModel,
  audienceModelsOf,
} from '../../../src/score/relevance/audienceModel.ts';
import { decisionsOf } from '../../../src/score/relevance/decisions.ts';
import { buildFeatureSpace, type FeatureSpace } from '../../../src/score/relevance/featureSpace.ts';
import { learnRelevance, sumOf } from '../../../src/score/relevance/relevance.ts';
import { buildCorpus, type Corpus, type Doc } from '../../../src/words/corpus.ts';
import type { Row } from './corpora.ts';
import { NOW, toDesk, toItem } from './desk.ts';
import { isPositive, type Task } from './tasks.ts';

/** Texts laid out once, for as many tasks as are tried on them. */
export interface Library {
  corpus: Corpus;
  space: FeatureSpace;
  docOf(row: Row): Doc;
  featuresOf(row: Row): Features;
}

export function layOut(rows: readonly Row[]): Library {
  const ids = new Map(rows.map((row) => [row, toItem(row)]));
  const corpus = buildCorpus({ ledger: ledgerOf([]), picks: [], candidates: [] }, [
    ...ids.values(),
  ]);
  const space = buildFeatureSpace(corpus);
  const docs = new Map(corpus.docs.map((doc) => [doc.id, doc]));
  const features = new Map<string, Features>();
  const docOf = (row: Row): Doc => {
    const doc = docs.get(ids.get(row)?.id ?? '');
    if (doc === undefined) throw new RangeError(`${row.corpus}/${row.id} is not laid out`);
    return doc;
  };
  return {
    corpus,
    space,
    docOf,
    featuresOf(row) {
      const doc = docOf(row);
      const made = features.get(doc.id) ?? space.featuresOf(doc);
      features.set(doc.id, made);
      return made;
    },
  };
}

/** A new desk's reading of texts for one task. */
export interface Reader {
  /** by the words of the profile alone, 0 to 1 */
  profile(row: Row): number;
  /** log-odds of what a desk with these decisions would say, source and what it declares left out */
  after(decided: readonly Row[]): (row: Row) => number;
}

export function readerOf(task: Task, library: Library): Reader {
  const desk = toDesk(task);
  const { corpus, space, docOf, featuresOf } = library;
  const [wanted] = audienceModelsOf(desk, corpus, space) as [AudienceModel];
  return {
    profile: (row) => wanted.match(docOf(row)).bm,
    after(decided) {
      const ledger = decided.map((row) => lineOf(row, isPositive(row, task), wanted.name));
      const decisions = decisionsOf({ ledger: ledgerOf(ledger) }, corpus);
      const relevance = learnRelevance([wanted], decisions, space, desk.settings.weights, {
        calibrated: false,
      });
      return (row) => sumOf(relevance.partsOf(wanted, docOf(row), featuresOf(row)));
    },
  };
}

function lineOf(row: Row, kept: boolean, audience: string): ItemLine {
  const { id, source, title, url, language, harvested } = toItem(row);
  const at: Instant = harvested ?? NOW;
  return { at, id, event: kept ? 'keep' : 'drop', audience, source, title, url, language };
}
