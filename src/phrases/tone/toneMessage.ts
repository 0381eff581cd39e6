import type { ToneCategory, ToneRules } from '../../model/desk/toneRules.ts';
import { primarySubtag } from '../../text/primarySubtag.ts';
import type { ToneRule } from './toneRules.ts';

const ENGLISH: Record<ToneCategory, string> = {
  jargon: 'Jargon: say it as you would to a neighbour.',
  officialese: 'Officialese: say it as you would at the counter.',
  promotion: 'Praise: give the fact, and let the reader judge.',
  clickbait: 'Bait: say in the title what the text says.',
  filler: 'These words can go.',
  shouting: 'This shouts.',
};
const SENTENCES: Record<string, Record<ToneCategory, string>> = {
  en: ENGLISH,
  es: {
    jargon: 'Jerga: dilo como se lo dirías a una vecina.',
    officialese: 'Lenguaje de oficina: dilo como en la ventanilla.',
    promotion: 'Elogio: da el dato y que juzgue quien lee.',
    clickbait: 'Anzuelo: di en el título lo que dice el texto.',
    filler: 'Estas palabras sobran.',
    shouting: 'Esto es gritar.',
  },
};

/** The message of a rule for whoever wrote the words, in the language of the rule. */
export function toneMessage(rule: ToneRule, rules: ToneRules): string {
  const { category, language, note } = rule;
  const base = primarySubtag(language) ?? language;
  return (
    note ??
    rules.messages[language]?.[category] ??
    rules.messages[base]?.[category] ??
    (SENTENCES[base] ?? ENGLISH)[category]
  );
}
