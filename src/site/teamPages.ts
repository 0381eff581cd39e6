import type { SiteLanguage } from '../model/desk/text.ts';
import type { InboxPage } from '../model/site/inboxPage.ts';
import { candidateCards } from './candidateCards.ts';
import type { Context } from './context.ts';
import { frame } from './frame.ts';
import { leftOut } from './leftOut.ts';

/** Pages that only the team's edition has. */
export function teamPages(site: Context, lang: SiteLanguage) {
  const { team } = site.edition;
  if (!team) return { inbox: [], hidden: [], findings: [] };
  const { addresses } = site;
  const framed = (section: 'inbox' | 'hidden' | 'findings') =>
    frame(site, { lang, section, address: addresses.section(lang, section) });
  const card = candidateCards(site, team, lang);
  const inbox: InboxPage = {
    frame: framed('inbox'),
    ...(team.lastRun && { lastRun: team.lastRun }),
    waiting: team.waiting.map(card),
    later: team.later.map(card),
  };
  const quarantined = team.quarantine.map(({ path, findings }) => ({
    file: path,
    findings,
  }));
  const quarantinedFiles = new Set(quarantined.map(({ file }) => file));
  const others = team.findings.filter(({ file }) => !quarantinedFiles.has(file));
  return {
    inbox: [inbox],
    hidden: [
      {
        frame: framed('hidden'),
        ...(team.lastRun && { lastRun: team.lastRun }),
        ...leftOut(site, team, lang),
      },
    ],
    findings: [{ frame: framed('findings'), quarantined, others }],
  };
}
