import type { z } from 'astro/zod';
import { labels, ScoredText, textOf } from './scoredText.ts';

/** Characters of text that a ledger line or a report remembers at most. */
export const LEDGER_TEXT = 1_200;

/** What a ledger line and a report keep of a scored text, besides what each of them says of an item anyway. */
export const RememberedText = ScoredText.omit({
  id: true,
  title: true,
  url: true,
  address: true,
  source: true,
  language: true,
  harvested: true,
}).partial();
export type RememberedText = z.infer<typeof RememberedText>;

const KEYS = RememberedText.keyof().options;

/** What is to be remembered of a scored text; `text` is all that the score saw, labels included, and is cut. */
export function remembered(scored: ScoredText): RememberedText {
  return { ...rememberedFacts(scored), text: cut(textOf(scored)) };
}

/** What a header, a line or a report holds of a text; a key that says nothing is left out. */
export function rememberedFacts(holder: object): RememberedText {
  const values = holder as Record<string, unknown>;
  return Object.fromEntries(
    KEYS.map((key) => [key, values[key]] as const).filter(([, value]) => !isNothing(value)),
  );
}

/** As much of a text as is remembered. */
export function cut(text: string): string {
  return text.slice(0, LEDGER_TEXT).toWellFormed();
}

/** The scored text's part of what is remembered: the labels that stand under the text are labels again. */
export function recalled({
  text = '',
  categories = [],
  ...facts
}: RememberedText): Pick<ScoredText, keyof RememberedText> {
  return { ...facts, categories, text: withoutLabels(text, categories) };
}

/** @param text that may have been cut within its labels */
function withoutLabels(text: string, categories: readonly string[]): string {
  const whole = labels(categories);
  if (text.endsWith(whole)) return text.slice(0, text.length - whole.length);
  for (let length = Math.min(whole.length, text.length); length > 0; length -= 1) {
    if (text.endsWith(whole.slice(0, length))) return text.slice(0, -length);
  }
  return text;
}

function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
