import type { ClauseCode, CodedClause } from '../model/desk/clause.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { Day } from '../model/desk/time.ts';
import type { FaultCode, FaultValue, FaultValues, PlainValue } from '../model/run/fault.ts';
import type { OtherFault } from '../model/run/otherFault.ts';
import clausesEn from './clauses.en.json' with { type: 'json' };
import clausesEs from './clauses.es.json' with { type: 'json' };
import faultsEn from './faults.en.json' with { type: 'json' };
import faultsEs from './faults.es.json' with { type: 'json' };
import findingsEn from './findings.en.json' with { type: 'json' };
import findingsEs from './findings.es.json' with { type: 'json' };
import sourceFaultsEn from './sourceFaults.en.json' with { type: 'json' };
import sourceFaultsEs from './sourceFaults.es.json' with { type: 'json' };
import { type Speech, speak, type Text } from './speak.ts';

/** What is wrong, and what to do about it, in one language. */
export interface FaultText {
  message: string;
  hint: string;
}

/** One for each code, or for each `why` of a code. */
type SentenceKey = {
  [C in FaultCode]: FaultValues[C] extends { why: infer W extends string } ? `${C}.${W}` : C;
}[FaultCode];
type FaultKey = SentenceKey | `${FaultCode}.hint` | ClauseCode;
type OtherHintKey = `${SentenceKey}.hint` | `${FaultCode}.hint.${string}`;
type FaultTexts = Readonly<Record<FaultKey, Text> & Partial<Record<OtherHintKey, Text>>>;

/** The sentences of every fault and the clauses in them; that none is missing is checked by type. */
export const FAULT_TEXTS = {
  es: { ...faultsEs, ...sourceFaultsEs, ...findingsEs, ...clausesEs },
  en: { ...faultsEn, ...sourceFaultsEn, ...findingsEn, ...clausesEn },
} as const satisfies Record<SiteLanguage, FaultTexts>;

const SPEECHES: Record<SiteLanguage, Speech<string>> = {
  es: speak<string>('es', 'UTC', FAULT_TEXTS.es),
  en: speak<string>('en', 'UTC', FAULT_TEXTS.en),
};

/** What a fault says to people. A code that has no sentence, which another version wrote, stands for itself. */
export function faultText(fault: OtherFault, lang: SiteLanguage): FaultText {
  const texts: Readonly<Record<string, Text>> = FAULT_TEXTS[lang];
  const speech = SPEECHES[lang];
  const filled = fillings(fault.values, speech);
  const { sentence, hint } = keysOf(fault, texts);
  return {
    message: sentence in texts ? speech.say(sentence, filled) : fault.code,
    hint: hint in texts ? speech.say(hint, filled) : '',
  };
}

function keysOf({ code, values }: OtherFault, texts: object): { sentence: string; hint: string } {
  const why = 'why' in values && typeof values.why === 'string' ? values.why : undefined;
  const sentence = why === undefined ? code : `${code}.${why}`;
  const forValues = Object.entries(values)
    .filter(([, value]) => isThere(value))
    .map(([name]) => `${code}.hint.${name}`);
  const hint = [...forValues, `${sentence}.hint`].find((key) => key in texts) ?? `${code}.hint`;
  return { sentence, hint };
}

function isThere(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function fillings(values: object, speech: Speech<string>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]: [string, FaultValue]) => {
      const fault = otherFault(value);
      return fault === undefined
        ? [[name, filling(value as PlainValue, speech)]]
        : faultFillings(name, faultText(fault, speech.lang));
    }),
  );
}

/** Of a fault in a fault, the sentence, and under another name the hint. */
function faultFillings(name: string, { message, hint }: FaultText): [string, string][] {
  return [
    [name, message],
    [`${name}Hint`, hint],
  ];
}

/** A value that is a fault, which has a hint, and no clause. */
function otherFault(value: FaultValue): OtherFault | undefined {
  if (typeof value !== 'object' || !('code' in value)) return undefined;
  return `${value.code}.hint` in FAULT_TEXTS.en ? value : undefined;
}

function filling(value: PlainValue, speech: Speech<string>): string | number {
  if (value === undefined) return '';
  if (typeof value !== 'object') return value;
  if (isList(value)) return joined(value, speech);
  if ('day' in value) return speech.day(value.day as Day);
  return 'oneOf' in value ? speech.either(value.oneOf) : clauseIn(value, speech);
}

/** Names are joined by *and*; clauses, which may hold commas, by semicolons. */
function joined(list: readonly string[] | readonly CodedClause[], speech: Speech<string>): string {
  const parts = list.map((part) => (typeof part === 'string' ? part : clauseIn(part, speech)));
  return list.every((part) => typeof part === 'string') ? speech.list(parts) : parts.join('; ');
}

function clauseIn({ code, values }: CodedClause, speech: Speech<string>): string {
  return speech.say(code, fillings(values, speech));
}

function isList(
  value: Exclude<PlainValue, string | number | undefined>,
): value is readonly string[] | readonly CodedClause[] {
  return Array.isArray(value);
}
