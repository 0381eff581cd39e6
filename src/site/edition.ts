import type { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import type { Settings } from '../model/desk/settings.ts';
import type { Instant } from '../model/desk/time.ts';
import type { Edition, EditionSettings } from '../model/site/edition.ts';
import type { EditionName } from '../model/site/editionName.ts';
import type { EditionSlot } from '../model/site/editionSlot.ts';
import type { RunOutcomes } from '../model/site/teamKnowledge.ts';
import { dayOf } from '../text/time.ts';
import { type EditionScope, editionPicks } from './editionPicks.ts';
import { editionSlots } from './editionSlots.ts';
import { editionSources } from './editionSources.ts';
import { takedowns } from './takedowns.ts';
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
 * What one edition may know of a desk; pages see nothing else. The public edition has picks whose time has come and has
 * not gone, approved slots that are no deadlines (their text once they are due), the campaigns that these name, the
 * topics, and of sources no more than readers need. It has nothing undecided, no owner, no reason and no score. What was
 * taken down is in neither edition.
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
  const isTakenDown = takedowns(desk);
  const scope = { name, now, today, folder };
  const picks = editionPicks(desk, scope, isTakenDown);
  const slots = editionSlots(desk, scope, picks, isTakenDown);
  const forTeam = { undecided, folder, harvest };
  return {
    name,
    now,
    today,
    settings: settingsFor(name, desk.settings),
    about: desk.about,
    picks,
    topics: topicsOf(desk),
    sources: editionSources(desk, scope, picks),
    channels: channelsOf(desk),
    campaigns: campaignsOf(desk, scope, slots),
    slots,
    ...(name === 'team' && { team: teamKnowledge(desk, forTeam, isTakenDown) }),
  };
}

function topicsOf({ topics }: Desk): Edition['topics'] {
  return topics.map(({ name, data: { title, parent }, body }) => ({
    name,
    title,
    parent,
    position: body,
  }));
}

function channelsOf({ channels }: Desk): Edition['channels'] {
  return channels.map(({ name, data: { title, language, network } }) => ({
    name,
    title,
    language,
    network,
  }));
}

/** The team sees all campaigns; everybody sees those that a public slot names, without goal and owner. */
function campaignsOf(
  { campaigns }: Desk,
  { name: edition, folder }: EditionScope,
  slots: readonly EditionSlot[],
): Edition['campaigns'] {
  const named = new Set(slots.map((slot) => slot.campaign));
  return campaigns
    .filter(({ name }) => edition === 'team' || named.has(name))
    .map(({ name, path, data: { title, start, end, goal, owner } }) => ({
      name,
      title,
      start,
      end,
      ...(edition === 'team' && { team: { file: `${folder}/${path}`, goal, owner } }),
    }));
}

function isUndecided({ data }: Entry<Candidate>): boolean {
  return data.decision === '';
}

function settingsFor(edition: EditionName, settings: Settings): EditionSettings {
  const { name, description, url, languages, timeZone, weekStart, contact } = settings;
  const common = { name, description, languages, timeZone, weekStart, contact };
  return edition === 'public' && url !== undefined ? { ...common, url } : common;
}
