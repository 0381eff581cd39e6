import type { SiteLanguage } from '../model/desk/text.ts';
import type { CodedFault } from '../model/run/fault.ts';
import { faultText } from './faultText.ts';

/** Advice in one paragraph: what is known, and what a person might do about it. */
export function adviceText(advice: CodedFault, lang: SiteLanguage): string {
  const { message, hint } = faultText(advice, lang);
  return `${message} ${hint}`;
}
