import { withoutQuoteMarks } from '../markdown/withoutQuoteMarks.ts';
import type { Candidate } from '../model/desk/candidate.ts';
import type { Desk, Entry } from '../model/desk/desk.ts';
import type { ItemLine } from '../model/desk/ledger/itemLine.ts';
import { latestProposal } from '../model/desk/ledger/latestProposal.ts';
import type { PickEntry } from '../model/desk/pick.ts';
import type { Instant } from '../model/desk/time.ts';
import { type RememberedText, recalled, rememberedFacts } from '../model/run/rememberedText.ts';
import type { ItemOutcome } from '../model/run/runReport.ts';
import type { ScoredText } from '../model/run/scoredText.ts';
import { dayTaken } from '../stories/nodes.ts';
import { addressing } from '../text/address.ts';

/** Makes scored texts of what is remembered of them. */
export interface ScoredTexts {
  fromFile(entry: Entry<Candidate>): ScoredText;
  fromPick(entry: Entry<PickEntry>): ScoredText;
  fromLine(line: ItemLine): ScoredText;
  /** @param harvested when the run of the report was */
  fromOutcome(outcome: ItemOutcome, harvested: Instant): ScoredText;
}

/** What a scored text is called and where it stands; its address follows from its URL. */
type Identity = Omit<ScoredText, keyof RememberedText | 'address'>;

/**
 * Makes texts as they were scored, of whatever still knows them. What the item's last `proposed` line remembers counts,
 * but where its file has a key of the same name, the file's: people may have corrected it. Without such a line the text is
 * the file's, without quotation marks.
 */
export function scoredTexts(
  desk: Pick<Desk, 'ledger' | 'picks' | 'rules' | 'settings' | 'sources'>,
): ScoredTexts {
  const proposed = (id: string) => rememberedFacts(latestProposal(desk.ledger.items, id) ?? {});
  const { canonical } = addressing(desk.rules.addresses);
  const picks = new Map(desk.picks.map(({ data }) => [data.id, data]));
  const languages = new Map(desk.sources.map(({ name, data }) => [name, data.language]));
  const make = (identity: Identity, ...memories: RememberedText[]): ScoredText => {
    const { published, ...facts } = recalled(Object.assign({}, ...memories));
    return {
      ...identity,
      address: canonical(identity.url),
      ...facts,
      ...(published !== undefined && { published: asInstant(published) }),
    };
  };
  const ofEntry = (identity: Identity, { data, body }: Entry<Candidate | PickEntry>) =>
    make(identity, { text: withoutQuoteMarks(body) }, proposed(identity.id), rememberedFacts(data));
  return {
    fromFile: (entry) => ofEntry(identityIn(entry.data), entry),
    fromPick: (entry) => ofEntry(identityOfPick(entry, desk), entry),
    fromLine: (line) =>
      make(
        identityIn({ ...line, harvested: line.at }),
        rememberedFacts(line),
        proposed(line.id),
        rememberedFacts(picks.get(line.id) ?? {}),
      ),
    fromOutcome({ id = '', title, url = '', source, language, ...outcome }, harvested) {
      const spoken = language ?? languages.get(source) ?? 'und';
      return make(
        { id, title, url, source, harvested, language: spoken },
        rememberedFacts(outcome),
      );
    },
  };
}

function identityIn({ id, title, url, source, language, harvested }: Identity): Identity {
  return { id, title, url, source, language, harvested };
}

/** A pick that a person made by hand may lack an id, a language and a source, and has a day instead of an instant. */
function identityOfPick(
  { name, path, data }: Entry<PickEntry>,
  desk: Pick<Desk, 'settings'>,
): Identity {
  const { language = desk.settings.languages[0] ?? 'und', source = '', title, url } = data;
  const day = () => `${dayTaken(data, path, desk)}T00:00:00Z` as Instant;
  return { id: data.id ?? name, title, url, source, language, harvested: data.harvested ?? day() };
}

function asInstant(time: string): Instant {
  return (time.length === 10 ? `${time}T00:00:00Z` : time) as Instant;
}
