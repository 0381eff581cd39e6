import { eld } from 'eld/small';
import { SiteLanguage } from '../model/desk/text.ts';
import { galicianMarks } from './galician.ts';
import { primarySubtag } from './primarySubtag.ts';

// Of the sixty languages that the detector knows, those that a source of ours may speak. Fewer are better told apart.
const LANGUAGES = new Set(
  'es en ca pt fr it de eu nl ro pl sv no da fi cs sk sl hr hu el bg ru uk tr ar he fa zh ja ko hi'.split(
    ' ',
  ),
);

/** What a declaration is worth, in the detector's scale (0 to 1) for a text of one word; less the longer the text. */
const PRIOR = 0.25;

/** Likewise for what desks read, whatever is declared: a doubtful text is one of these rather than another. */
const READ_HERE = 0.05;
const DESK_LANGUAGES = new Set<string>(SiteLanguage.options);

/** Characters that are looked at; more would hardly change the answer, and cost as much again. */
const MAX_READ = 300;

/**
 * The language of a text, as a primary subtag (`es`). A declaration decides where there are fewer than three words,
 * and weighs less the more words there are; `und` when there is neither. Takes 60 µs.
 * @param text plain; title and beginning are enough
 * @param declared what the item or its source says, in any spelling (`es-ES`, `en_us`)
 */
export function detectLanguage(text: string, { declared }: { declared?: string } = {}): string {
  const claim = primarySubtag(declared);
  const plain = text.slice(0, MAX_READ).replace(/\S*(?:\/\/|@|www\.)\S*/g, ' ');
  const words = plain.match(/\p{L}+/gu) ?? [];
  if (words.length < 3) return claim ?? 'und';
  const best = bestScore(plain, claim, Math.min(words.length, 50)) ?? claim ?? 'und';
  // The detector does not know Galician, and takes it for one of its neighbours.
  if (best !== 'es' && best !== 'pt' && !(best === 'ca' && claim === 'gl')) return best;
  return galicianMarks(words, best) >= (claim === 'gl' ? 0 : 2) ? 'gl' : best;
}

function bestScore(text: string, claim: string | undefined, words: number): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [language, score] of Object.entries(eld.detect(text).getScores())) {
    if (!LANGUAGES.has(language) && language !== claim) continue;
    const prior = (language === claim ? PRIOR : 0) + (DESK_LANGUAGES.has(language) ? READ_HERE : 0);
    const total = score + prior / words;
    if (total > most) [best, most] = [language, total];
  }
  return best;
}
