import type { SiteLanguage } from '../model/desk/text.ts';
import type { ErrorCode } from '../model/run/error.ts';
import type { CodedFault, FaultCode, FaultValue } from '../model/run/fault.ts';
import en from './faults.en.json' with { type: 'json' };
import es from './faults.es.json' with { type: 'json' };
import { type Speech, speak, type Text } from './speak.ts';

/** What is wrong, and what to do about it, in one language. */
export interface FaultText {
  message: string;
  hint: string;
}

type FaultKey = FaultCode | `${FaultCode}.hint`;
type NearKey = `${FaultCode}.hint.near`;
type FaultTexts = Readonly<Record<FaultKey, Text> & Partial<Record<NearKey, Text>>>;

/** The sentences of every fault; that none is missing is checked by type. */
export const FAULT_TEXTS = { es, en } as const satisfies Record<SiteLanguage, FaultTexts>;

type Faulty =
  | CodedFault
  | { code: ErrorCode; message: string; hint?: string | undefined; values?: unknown };

/** What a fault says to people. One that is not translated yet says what it was given. */
export function faultText(fault: Faulty, lang: SiteLanguage): FaultText {
  if (!isCoded(fault)) return { message: fault.message, hint: fault.hint ?? '' };
  const speech = speak<string>(lang, 'UTC', FAULT_TEXTS[lang]);
  const { code } = fault;
  const values: Readonly<Record<string, FaultValue>> = fault.values;
  const near = `${code}.hint.near`;
  const hint = values.near !== undefined && near in FAULT_TEXTS[lang] ? near : `${code}.hint`;
  const filled = fillings(values, speech);
  return { message: speech.say(code, filled), hint: speech.say(hint, filled) };
}

function isCoded(fault: Faulty): fault is CodedFault {
  return fault.code in FAULT_TEXTS.en && fault.values !== undefined;
}

function fillings(
  values: Readonly<Record<string, FaultValue>>,
  speech: Speech<string>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, filling(value, speech)]),
  );
}

function filling(value: FaultValue, speech: Speech<string>): string | number {
  if (value === undefined) return '';
  return typeof value === 'object' ? speech.list(value) : value;
}
