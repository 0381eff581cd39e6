import type { ClauseCode, CodedClause } from '../model/desk/clause.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { ErrorCode } from '../model/run/error.ts';
import type { CodedFault, FaultCode, FaultValue } from '../model/run/fault.ts';
import clausesEn from './clauses.en.json' with { type: 'json' };
import clausesEs from './clauses.es.json' with { type: 'json' };
import faultsEn from './faults.en.json' with { type: 'json' };
import faultsEs from './faults.es.json' with { type: 'json' };
import findingsEn from './findings.en.json' with { type: 'json' };
import findingsEs from './findings.es.json' with { type: 'json' };
import { type Speech, speak, type Text } from './speak.ts';

/** What is wrong, and what to do about it, in one language. */
export interface FaultText {
  message: string;
  hint: string;
}

type FaultKey = FaultCode | `${FaultCode}.hint` | ClauseCode;
type NearKey = `${FaultCode}.hint.near`;
type FaultTexts = Readonly<Record<FaultKey, Text> & Partial<Record<NearKey, Text>>>;

/** The sentences of every fault and the clauses in them; that none is missing is checked by type. */
export const FAULT_TEXTS = {
  es: { ...faultsEs, ...findingsEs, ...clausesEs },
  en: { ...faultsEn, ...findingsEn, ...clausesEn },
} as const satisfies Record<SiteLanguage, FaultTexts>;

type Faulty =
  | CodedFault
  | { code: ErrorCode; message: string; hint?: string | undefined; values?: unknown };

const SPEECHES: Record<SiteLanguage, Speech<string>> = {
  es: speak<string>('es', 'UTC', FAULT_TEXTS.es),
  en: speak<string>('en', 'UTC', FAULT_TEXTS.en),
};

/** What a fault says to people. One that is not translated yet says what it was given. */
export function faultText(fault: Faulty, lang: SiteLanguage): FaultText {
  if (!isCoded(fault)) return { message: fault.message, hint: fault.hint ?? '' };
  const { code, values } = fault;
  const near = `${code}.hint.near`;
  const isNear = 'near' in values && values.near !== undefined && near in FAULT_TEXTS[lang];
  const speech = SPEECHES[lang];
  const filled = fillings(values, speech);
  return {
    message: speech.say(code, filled),
    hint: speech.say(isNear ? near : `${code}.hint`, filled),
  };
}

function isCoded(fault: Faulty): fault is CodedFault {
  return fault.code in FAULT_TEXTS.en && fault.values !== undefined;
}

function fillings(values: object, speech: Speech<string>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]: [string, FaultValue]) => [
      name,
      filling(value, speech),
    ]),
  );
}

function filling(value: FaultValue, speech: Speech<string>): string | number {
  if (value === undefined) return '';
  if (typeof value !== 'object') return value;
  if (isList(value)) return joined(value, speech);
  return 'oneOf' in value ? speech.either(value.oneOf) : clauseIn(value, speech);
}

/** Names are joined by *and*; clauses, which may hold commas, by semicolons. */
function joined(list: readonly string[] | readonly CodedClause[], speech: Speech<string>): string {
  const parts = list.map((part) => (typeof part === 'string' ? part : clauseIn(part, speech)));
  return list.every((part) => typeof part === 'string') ? speech.list(parts) : parts.join('; ');
}

function clauseIn({ code, values }: CodedClause | CodedFault, speech: Speech<string>): string {
  return speech.say(code, fillings(values, speech));
}

function isList(
  value: Exclude<FaultValue, string | number | undefined>,
): value is readonly string[] | readonly CodedClause[] {
  return Array.isArray(value);
}
