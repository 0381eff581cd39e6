import type { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import type { Settings } from '../model/desk/settings.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Edition, EditionSettings } from '../model/site/edition.ts';
import type { EditionName } from '../model/site/editionName.ts';
import type { RunOutcomes } from '../model/site/teamKnowledge.ts';
import { dayOf } from '../text/time.ts';
import { editionPicks } from './editionPicks.ts';
import { editionSlots } from './editionSlots.ts';
import { editionSources } from './editionSources.ts';
import { takenDown } from './takenDown.ts';
import { teamKnowledge } from './teamKnowledge.ts';

export interface EditionOptions {
  /** candidates that wait for a person now; all without a decision unless given */
  undecided?: Entry<Candidate>[];
  /** the desk's folder as people type it, to name files by */
  folder?: string;
  /** the newest harvest of which there is a report */
  harvest?: RunOutcomes;
}

/**
 * What one edition may know of a desk, before any page sees data. The public edition has picks whose time has come
 * and has not gone, approved slots that are no deadlines (their text once they are due), the campaigns that
 * these name, the topics, and of sources no more than readers need; nothing undecided, no owner, no reason, no score. What was taken down is
 * in neither edition.
 * @param desk settled, so that what people decided is where it belongs
 */
export function edition(
  desk: Desk,
  name: EditionName,
  now: Instant,
  {
    undecided = desk.candidates.filter(isUndecided),
    folder = 'content',
    harvest,
  }: EditionOptions = {},
): Edition {
  const today = dayOf(now, desk.settings.timeZone);
  const gone = takenDown(desk);
  const moment = { name, now, today, folder };
  const picks = editionPicks(desk, moment, gone);
  const slots = editionSlots(desk, moment, picks, gone);
  const running = new Set(slots.map((slot) => slot.campaign));
  return {
    name,
    now,
    today,
    settings: settingsFor(name, desk.settings),
    about: desk.about,
    picks,
    topics: desk.topics.map(({ name: topic, data, body }) => ({
      name: topic,
      title: data.title,
      parent: data.parent,
      position: body,
    })),
    sources: editionSources(desk, moment, picks),
    channels: desk.channels.map(({ name: channel, data }) => ({
      name: channel,
      title: data.title,
      language: data.language,
      network: data.network,
    })),
    campaigns: desk.campaigns
      .filter(({ name: campaign }) => name === 'team' || running.has(campaign))
      .map(({ name: campaign, path, data: { title, start, end, goal, owner } }) => ({
        name: campaign,
        title,
        start,
        end,
        ...(name === 'team' && { team: { file: `${folder}/${path}`, goal, owner } }),
      })),
    slots,
    ...(name === 'team' && { team: teamKnowledge(desk, { undecided, folder, harvest }, gone) }),
  };
}

function isUndecided({ data }: Entry<Candidate>): boolean {
  return data.decision === '';
}

function settingsFor(edition: EditionName, settings: Settings): EditionSettings {
  const { name, description, url, languages, timeZone, weekStart, contact } = settings;
  const common = { name, description, languages, timeZone, weekStart, contact };
  return edition === 'public' && url !== undefined ? { ...common, url } : common;
}
