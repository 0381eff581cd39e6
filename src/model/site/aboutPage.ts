import type { SiteLanguage } from '../desk/text.ts';
import type { Frame } from './frame.ts';

export interface AboutPage {
  frame: Frame;
  html: string;
  htmlLang: SiteLanguage;
  contact: string;
}
