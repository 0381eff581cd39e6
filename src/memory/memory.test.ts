import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../model/desk/time.ts';
import { sourceError } from '../model/run/sourceError.ts';
import type { SourceMemory } from '../model/run/sourceMemory.ts';
import { type Bodies, bodiesIn } from './bodies.ts';
import { databaseFile, openDatabase } from './openDatabase.ts';
import { type Memory, openMemory, recallAll } from './openMemory.ts';
import { prune } from './prune.ts';
import { keepRecord, type RunRecord, readRecord, recorded, recordedRuns } from './runRecord.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'criba-memory-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Opens the bodies, does something with them, and closes them, as each run does. */
function inBodies<T>(work: (bodies: Bodies) => T): T {
  const database = openDatabase(folder);
  try {
    return work(bodiesIn(database));
  } finally {
    database.close();
  }
}
const keep = (words: string) => inBodies((bodies) => bodies.keep(Buffer.from(words)));
const find = (hash: string) => inBodies((bodies) => bodies.find(hash));
const stored = () => inBodies((bodies) => [...bodies.sizes()]);

/** Opens the memory, does something with it, and closes it, as each run does. */
function inMemory<T>(work: (memory: Memory) => T): T {
  const memory = openMemory(folder);
  try {
    return work(memory);
  } finally {
    memory.close();
  }
}

/** Changes what lies on the disk behind the back of who keeps it. */
function tamper(statement: string): void {
  const database = new DatabaseSync(databaseFile(folder));
  database.exec(statement);
  database.close();
}

describe('bodies', () => {
  test('are found under the hash of their bytes, and stored once', () => {
    const hash = keep('hola');
    expect(keep('hola')).toBe(hash);
    expect(Buffer.from(find(hash) ?? []).toString()).toBe('hola');
    expect(stored()).toEqual([[hash, 4]]);
  });
  test('are not believed when their bytes have changed, and make room for good ones', () => {
    const hash = keep('hola');
    tamper("UPDATE bodies SET raw = x'00'");
    expect(find(hash)).toBeUndefined();
    keep('hola');
    expect(Buffer.from(find(hash) ?? []).toString()).toBe('hola');
  });
  test('that are not there are not there', () => {
    expect(inBodies((bodies) => bodies.has('0'.repeat(64)))).toBe(false);
    expect(find('0'.repeat(64))).toBeUndefined();
  });
  test('begin anew where their file is no database, or only a part of one', () => {
    const hash = keep('hola'.repeat(10_000));
    const part = readFileSync(databaseFile(folder)).subarray(0, 5_000);
    for (const text of ['not a database at all'.repeat(99), part]) {
      writeFileSync(databaseFile(folder), text);
      expect(find(hash)).toBeUndefined();
      expect(Buffer.from(find(keep('adiós')) ?? []).toString()).toBe('adiós');
    }
  });
  test('that cannot be kept end no run, and it can be asked why', () => {
    mkdirSync(databaseFile(folder));
    const database = openDatabase(folder);
    expect(bodiesIn(database).keep(Buffer.from('hola'))).toHaveLength(64);
    expect(database.trouble()).toBeInstanceOf(Error);
    database.close();
  });
});

const about = (feed: string): SourceMemory => ({
  feed,
  lastAsked: '2026-11-01T06:00:00Z' as Instant,
});

const hold = (day: number) => ({ until: `2026-11-0${day}T06:00:00Z` as Instant, times: 2 });

describe('what is remembered of a source', () => {
  const a = about('https://a.example/');

  test('comes back as long as its feed is the same', () => {
    inMemory((memory) => memory.remember('rios', a));
    inMemory((memory) => {
      expect(memory.recall('rios', 'https://a.example/')).toEqual(a);
      expect(memory.recall('rios', 'https://b.example/')).toBeUndefined();
    });
    expect([...recallAll(folder).keys()]).toEqual(['rios']);
  });
  test('comes back where its file was given another name, if that has none of its own', () => {
    inMemory((memory) => memory.remember('rios', { ...a, etag: 'old' }));
    expect(inMemory((memory) => memory.recall('river', a.feed)?.etag)).toBe('old');
    inMemory((memory) => memory.remember('river', { ...a, etag: 'new' }));
    expect(inMemory((memory) => memory.recall('river', a.feed)?.etag)).toBe('new');
    expect(inMemory((memory) => memory.recall('rios', a.feed)?.etag)).toBe('old');
  });
  test.for([
    'null',
    '{"feed":3}',
    '{"feed":"https://a.example/","lastAsked":"yesterday"}',
    '[]',
    '{',
    '',
  ])('is forgotten where it says %s', (text) => {
    inMemory((memory) => memory.remember('rios', a));
    tamper(`UPDATE sources SET memory = '${text}'`);
    expect(inMemory((memory) => memory.recall('rios', a.feed))).toBeUndefined();
    expect(recallAll(folder).size).toBe(0);
  });
  test('and of domains, from run to run', () => {
    inMemory((memory) => memory.domains.set('a.example', hold(2)));
    expect(inMemory((memory) => memory.domains.get('a.example'))).toEqual(hold(2));
    inMemory((memory) => memory.domains.delete('a.example'));
    expect(inMemory((memory) => memory.domains.get('a.example'))).toBeUndefined();
  });
  test('of domains, nothing that is no hold', () => {
    inMemory((memory) => memory.domains.set('a.example', hold(2)));
    for (const change of ["times = 'z'", "until = 'soon'", 'times = 0']) {
      inMemory((memory) => memory.domains.set('a.example', hold(2)));
      tamper(`UPDATE domains SET ${change}`);
      expect(inMemory((memory) => memory.domains.get('a.example'))).toBeUndefined();
    }
  });
  test('of two runs at once, what each has learned', () => {
    const [one, other] = [openMemory(folder), openMemory(folder)];
    one.remember('rios', a);
    other.remember('mar', about('https://b.example/'));
    one.domains.set('a.example', hold(2));
    other.domains.set('b.example', hold(3));
    other.close();
    one.close();
    expect([...recallAll(folder).keys()]).toEqual(['mar', 'rios']);
    expect(inMemory(({ domains }) => [domains.get('a.example'), domains.get('b.example')])).toEqual(
      [hold(2), hold(3)],
    );
  });
  test('of a source that nobody has asked for months, nothing', () => {
    inMemory((memory) => {
      memory.remember('gone', { ...a, lastAsked: '2026-06-01T06:00:00Z' as Instant });
      memory.remember('rios', about('https://b.example/'));
      memory.forget('2026-11-01T06:00:00Z' as Instant);
    });
    expect([...recallAll(folder).keys()]).toEqual(['rios']);
  });
  test('a dry run keeps nothing, and makes no file', () => {
    const memory = openMemory(folder, { write: false });
    memory.bodies.keep(Buffer.from('hola'));
    memory.remember('rios', a);
    memory.domains.set('a.example', hold(2));
    memory.close();
    expect(readdirSync(folder)).toEqual([]);
  });
  test('where nothing was harvested yet there is nothing', () => {
    expect(recallAll(join(folder, 'none')).size).toBe(0);
  });
});

/** A run on a day of November, whose one source answered with these words. */
async function keepRun(n: number, words: string): Promise<string> {
  const day = String(n).padStart(2, '0');
  const body = keep(words);
  const record: RunRecord = {
    run: `202611${day}t060000z-harvest`,
    now: `2026-11-${day}T06:00:00Z` as Instant,
    desk: 'x',
    answers: { rios: { feed: 'f', code: 'ok', answer: { body, headers: {} } } },
  };
  await keepRecord(folder, record);
  return record.run;
}

describe('a record of a run', () => {
  test('is read back', async () => {
    const run = await keepRun(1, 'hola');
    expect((await readRecord(folder, run)).now).toBe('2026-11-01T06:00:00Z');
  });
  test('that is not there is named, with those that are', async () => {
    await keepRun(1, 'hola');
    await expect(readRecord(folder, 'x')).rejects.toMatchObject({
      code: 'replay/no-run',
      values: { run: 'x', folder, last: ['20261101t060000z-harvest'] },
    });
  });
  test('keeps what went wrong as code and values', async () => {
    const values = { why: 'unfinished', url: 'https://rios.example/feed', ms: 45_000 } as const;
    const rios = recorded('f', { error: sourceError('timeout', values) });
    const record = {
      run: '20261109t060000z-harvest',
      now: '2026-11-09T06:00:00Z' as Instant,
      desk: 'x',
      answers: { rios },
    };
    await keepRecord(folder, record);
    const read = await readRecord(folder, record.run);
    expect(read.answers.rios?.error?.coded).toEqual({ code: 'source/timeout', values });
  });
  test('that holds sentences instead is not there', async () => {
    const error = { fault: 'timeout', message: 'no answer in time' };
    const answers = { rios: { feed: 'f', code: 'timeout', error } };
    const record = {
      run: '20261110t060000z-harvest',
      now: '2026-11-09T06:00:00Z' as Instant,
      desk: 'x',
      answers,
    };
    await keepRecord(folder, record as unknown as RunRecord);
    await expect(readRecord(folder, record.run)).rejects.toMatchObject({ code: 'replay/no-run' });
  });
  test('that leads out of its folder is not there', async () => {
    writeFileSync(join(folder, 'x.json'), '{}');
    await expect(readRecord(folder, '../x')).rejects.toMatchObject({ code: 'replay/no-run' });
  });
});

describe('pruning', () => {
  const last = '20261130t060000z-harvest';
  const age = (run: string, days: number) => {
    const then = new Date(Date.now() - days * 86_400_000);
    utimesSync(join(folder, 'runs', `${run}.json`), then, then);
  };

  test('lets go of runs that are old, and of the bodies that only they needed', async () => {
    age(await keepRun(1, 'one'), 40);
    age(await keepRun(2, 'two'), 31);
    await keepRun(20, 'two');
    await prune(folder, { run: last, grace: 0 });
    expect(await recordedRuns(folder)).toEqual(['20261120t060000z-harvest']);
    expect(stored()).toHaveLength(1);
  });
  test('lets go of the oldest where all take too much room', async () => {
    for (const n of [21, 22, 23]) await keepRun(n, `day ${n}`.padEnd(100));
    await prune(folder, { run: last, maxBytes: 250, grace: 0 });
    expect(await recordedRuns(folder)).toEqual([
      '20261122t060000z-harvest',
      '20261123t060000z-harvest',
    ]);
    expect(stored()).toHaveLength(2);
  });
  test('keeps what runs share, once', async () => {
    for (const n of [21, 22, 23]) await keepRun(n, 'the same'.padEnd(100));
    await prune(folder, { run: last, maxBytes: 100, grace: 0 });
    expect(await recordedRuns(folder)).toHaveLength(3);
  });
  test('keeps the last answer of a source, whatever its age', async () => {
    const body = keep('long ago');
    inMemory((memory) => memory.remember('rios', { ...about('f'), answer: { body, headers: {} } }));
    await prune(folder, { run: last, maxAge: 0, maxBytes: 0, grace: 0 });
    expect(find(body)).toBeDefined();
  });
  test('keeps the run that has just been made, whatever the clock says', async () => {
    const run = await keepRun(1, 'one');
    age(run, 400);
    await prune(folder, { run, maxBytes: 0, grace: 0 });
    expect(await recordedRuns(folder)).toEqual([run]);
    expect(stored()).toHaveLength(1);
  });
  test('leaves alone what is no record, and what a run under way has just kept', async () => {
    await keepRun(20, 'one');
    keep('of a run that has not ended');
    for (const name of ['a-notes', 'zz-notes'])
      writeFileSync(join(folder, 'runs', `${name}.json`), '{}');
    await prune(folder, { run: last });
    expect(await recordedRuns(folder)).toHaveLength(3);
    expect(stored()).toHaveLength(2);
  });
  test('of a folder that is not there is nothing', async () => {
    await prune(join(folder, 'none'), { run: last });
  });
});
