/**
 * What the sentence of each code needs, by code: paths, names, numbers and keys, never a part of a sentence. The sentences
 * and their hints stand in `i18n/faults.<language>.json` under the same codes, which are never renamed once published.
 * A value `near` chooses `<code>.hint.near` instead of `<code>.hint`: *Did you mean …?*
 */
export interface FaultValues {
  'desk/not-a-folder': Record<never, never>;
  'desk/not-found': { file: string; folder: string };
  'desk/unknown-folder': { folder: string; known: string[]; near?: string | undefined };
  'file/symbolic-link': Record<never, never>;
}
export type FaultCode = keyof FaultValues;

/** What fills a sentence. Lists are joined as the language joins them; what is absent is not said. */
export type FaultValue = string | number | readonly string[] | undefined;

/** Something wrong, as data: what it is, and what its sentence is about. */
export type CodedFault<C extends FaultCode = FaultCode> = {
  [K in C]: { code: K; values: FaultValues[K] };
}[C];
