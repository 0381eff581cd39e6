import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  DatabaseSync,
  type SQLInputValue,
  type SQLOutputValue,
  type StatementSync,
} from 'node:sqlite';

type Row = Record<string, SQLOutputValue>;

/**
 * The database `.criba/harvest.db`, which may vanish at any time. So a fault of it throws nothing: what could not be kept is
 * not there later, and `trouble` gives the first error.
 */
export interface Database {
  /** rows of a query; none if the query fails */
  rows(query: string, ...values: SQLInputValue[]): Row[];
  /** changes something; nothing at all in a dry run */
  change(statement: string, ...values: SQLInputValue[]): void;
  /** the first thing that could not be kept */
  trouble(): Error | undefined;
  close(): void;
}

/** @param folder `.criba` */
export function databaseFile(folder: string): string {
  return join(folder, 'harvest.db');
}

const SCHEMA = `
  PRAGMA auto_vacuum = FULL;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = OFF;
  PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS bodies (hash TEXT PRIMARY KEY, raw BLOB NOT NULL, kept INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS sources (name TEXT PRIMARY KEY, feed TEXT NOT NULL, memory TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS domains (domain TEXT PRIMARY KEY, until TEXT NOT NULL, times INTEGER NOT NULL);
`;

/**
 * One file for all that is remembered: hundreds of small ones take a file system longer than it takes to read the feeds,
 * and two runs at once must not undo each other. It is made when the first thing is kept.
 * @param write whether to keep anything: a dry run does not
 */
export function openDatabase(folder: string, { write = true } = {}): Database {
  const file = databaseFile(folder);
  let opened: DatabaseSync | undefined;
  let fault: Error | undefined;
  const statements = new Map<string, StatementSync>();
  const prepared = (query: string): StatementSync => {
    opened ??= write ? openWhole(file) : new DatabaseSync(file, { readOnly: true });
    const statement = statements.get(query) ?? opened.prepare(query);
    statements.set(query, statement);
    return statement;
  };
  return {
    rows(query, ...values) {
      try {
        return prepared(query).all(...values);
      } catch {
        return [];
      }
    },
    change(statement, ...values) {
      if (!write) return;
      try {
        prepared(statement).run(...values);
      } catch (error) {
        fault ??= error as Error;
      }
    },
    trouble: () => fault,
    close() {
      statements.clear();
      opened?.close();
      opened = undefined;
    },
  };
}

function openWhole(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  try {
    return schemed(file);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    return schemed(file);
  }
}

/** Cut short, or no database at all. @see https://www.sqlite.org/rescode.html */
function isDamaged(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return code === 11 || code === 26;
}

function schemed(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    database.exec(SCHEMA);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
