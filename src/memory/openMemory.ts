import type { Instant } from '../model/desk/time.ts';
import { DomainBackOff, SourceMemory } from '../model/run/sourceMemory.ts';
import { type Bodies, bodiesIn } from './bodies.ts';
import { type Database, openDatabase } from './openDatabase.ts';

/** What is remembered between runs, in `.criba/`; all of it may vanish. What is remembered is written at once. */
export interface Memory {
  bodies: Bodies;
  /** what is known of a source, as long as its feed is the same, even if its file has another name */
  recall(source: string, feed: string): SourceMemory | undefined;
  remember(source: string, memory: SourceMemory): void;
  domains: Domains;
  /** forgets sources that were not asked for months: they are gone, or have another name */
  forget(now: Instant): void;
  /** the first thing that could not be kept, once something could not */
  trouble(): Error | undefined;
  /** to be called once, when the run ends, however it does */
  close(): void;
}

/** Domains that asked to be left alone, by registrable domain. */
export interface Domains {
  get(domain: string): DomainBackOff | undefined;
  set(domain: string, hold: DomainBackOff): void;
  delete(domain: string): void;
}

const LONG_AGO = 90 * 86_400_000;

/** @param folder `.criba` @param write whether to keep anything: a dry run does not */
export function openMemory(folder: string, { write = true } = {}): Memory {
  const database = openDatabase(folder, { write });
  const known = new Map<string, SourceMemory | undefined>();
  return {
    bodies: bodiesIn(database),
    domains: domainsIn(database),
    recall(source, feed) {
      const key = `${source} ${feed}`;
      if (known.has(key)) return known.get(key);
      const [own] = database.rows('SELECT memory FROM sources WHERE name = ?', source);
      const memory = own && toMemory(own.memory);
      const found = memory?.feed === feed ? memory : ofFeed(database, feed);
      known.set(key, found);
      return found;
    },
    remember(source, memory) {
      known.set(`${source} ${memory.feed}`, memory);
      const statement = 'INSERT OR REPLACE INTO sources VALUES (?, ?, ?)';
      database.change(statement, source, memory.feed, JSON.stringify(memory));
    },
    forget(now) {
      for (const [name, { lastAsked }] of recallFrom(database)) {
        if (Date.parse(now) - Date.parse(lastAsked) > LONG_AGO)
          database.change('DELETE FROM sources WHERE name = ?', name);
      }
    },
    trouble: database.trouble,
    close: database.close,
  };
}

/** What is known of a feed under another name, if it is the feed of any. */
function ofFeed(database: Database, feed: string): SourceMemory | undefined {
  const [row] = database.rows('SELECT memory FROM sources WHERE feed = ? ORDER BY name', feed);
  return row && toMemory(row.memory);
}

/** What is remembered of every source, by its name; empty if nothing was harvested yet. @param folder `.criba` */
export function recallAll(folder: string): Map<string, SourceMemory> {
  const database = openDatabase(folder, { write: false });
  const memories = recallFrom(database);
  database.close();
  return memories;
}

function recallFrom(database: Database): Map<string, SourceMemory> {
  const memories = new Map<string, SourceMemory>();
  for (const { name, memory } of database.rows('SELECT name, memory FROM sources ORDER BY name')) {
    const known = toMemory(memory);
    if (known !== undefined) memories.set(String(name), known);
  }
  return memories;
}

/** Undefined for what another version of the program wrote. */
function toMemory(text: unknown): SourceMemory | undefined {
  try {
    return SourceMemory.safeParse(JSON.parse(String(text))).data;
  } catch {
    return undefined;
  }
}

function domainsIn(database: Database): Domains {
  return {
    get(domain) {
      const [row] = database.rows('SELECT until, times FROM domains WHERE domain = ?', domain);
      return DomainBackOff.safeParse(row && { until: row.until, times: row.times }).data;
    },
    set(domain, { until, times }) {
      database.change('INSERT OR REPLACE INTO domains VALUES (?, ?, ?)', domain, until, times);
    },
    delete(domain) {
      database.change('DELETE FROM domains WHERE domain = ?', domain);
    },
  };
}
