import { toHtml } from '../markdown/toHtml.ts';
import type { SiteLanguage } from '../model/desk/text.ts';
import type { AboutPage } from '../model/site/aboutPage.ts';
import type { Context } from './context.ts';
import { frame } from './frame.ts';

/** Who we are, in the words of `desk.md`: they are in the first language, whatever the page speaks. */
export function aboutPage(site: Context, lang: SiteLanguage): AboutPage {
  const { about, settings } = site.edition;
  return {
    frame: frame(site, {
      lang,
      section: 'about',
      address: site.addresses.section(lang, 'about'),
    }),
    html: toHtml(about),
    htmlLang: site.languages[0] ?? lang,
    contact: settings.contact,
  };
}
