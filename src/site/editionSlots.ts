import type { Desk, Entry } from '../model/desk/desk.ts';
import type { Slot } from '../model/desk/slot.ts';
import type { EditionPick } from '../model/site/editionPick.ts';
import type { EditionSlot } from '../model/site/editionSlot.ts';
import { dayOf } from '../text/time.ts';
import type { EditionScope } from './editionPicks.ts';
import { permitted } from './permitted.ts';
import type { IsTakenDown } from './takedowns.ts';
import { hasCome } from './visibility.ts';

/**
 * The slots that an edition shows, in the order of their files. A slot whose pick was taken down goes with it:
 * its title and its text would say what the pick no longer may.
 */
export function editionSlots(
  desk: Desk,
  scope: EditionScope,
  picks: readonly EditionPick[],
  isTakenDown: IsTakenDown,
): EditionSlot[] {
  const shown = new Set(picks.map((pick) => pick.name));
  const withdrawn = new Set(
    desk.picks.filter(({ data }) => isTakenDown(data)).map((pick) => pick.name),
  );
  const slots = desk.slots.filter(({ data }) => !withdrawn.has(data.pick ?? ''));
  const known = (pick: string | undefined) => (shown.has(pick ?? '') ? pick : undefined);
  if (scope.name === 'team') return slots.map((entry) => teamSlot(entry, known, scope.folder));
  const textOf = quotingAllowed(desk, picks);
  const { timeZone } = desk.settings;
  return slots.flatMap((entry) => publicSlot(entry, known, textOf, scope, timeZone));
}

type KnownPick = (pick: string | undefined) => string | undefined;
type TextOf = (slot: Entry<Slot>) => string;

/** The text of a slot, its quotations cut as the source of its pick permits; left out if the edition does not have the pick. */
function quotingAllowed({ sources, settings }: Desk, picks: readonly EditionPick[]): TextOf {
  const permissions = new Map(sources.map(({ name, data }) => [name, data.permission]));
  const sourceOf = new Map(picks.map(({ name, source }) => [name, source]));
  return ({ data, body }) => {
    const source = sourceOf.get(data.pick ?? '');
    return permitted(body, permissions.get(source ?? ''), settings.excerptWords).body;
  };
}

function teamSlot(
  { name, path, data, body }: Entry<Slot>,
  known: KnownPick,
  folder: string,
): EditionSlot {
  const { title, at, day, channel, kind, state, pick, campaign, owner, due, tags } = data;
  const team = { file: `${folder}/${path}`, owner, due, tags };
  return {
    name,
    title,
    at,
    day,
    channel,
    kind,
    state,
    pick: known(pick),
    campaign,
    text: body,
    team,
  };
}

/** Of what is still to come, only the title, the day and the channel. */
function publicSlot(
  entry: Entry<Slot>,
  known: KnownPick,
  textOf: TextOf,
  { now }: EditionScope,
  timeZone: string,
): EditionSlot[] {
  const { name, data } = entry;
  const { title, at, day, channel, kind, state, pick, campaign } = data;
  const when = at ?? day;
  if (state !== 'approved' || kind === 'deadline' || when === undefined) return [];
  const base = { name, title, channel, kind, state };
  if (!hasCome(when, now, timeZone)) return [{ ...base, day: dayOf(when, timeZone), text: '' }];
  return [{ ...base, at, day, pick: known(pick), campaign, text: textOf(entry) }];
}
