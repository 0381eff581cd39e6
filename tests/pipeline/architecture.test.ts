import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ours, ROOT, roomAt, roomOf } from '../support/imports.ts';

const PAGE = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
const PICTURE = /```mermaid\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? '';
/** The ground floor: everything imports it, so no arrow to it is drawn. */
const GROUND = ['model', 'text', 'markdown', 'i18n'];

const drawn = Array.from(
  PICTURE.matchAll(/^\s*([\w/]+) -(?:->|\. (types) \.->) ([\w/]+)$/gm),
  ([, room, types, other]) => `${room} imports ${types ? 'types of ' : ''}${other}`,
);

/** Room by room what the code imports; types alone where no value is. */
function arrowsOfTheCode(): string[] {
  const values = new Map<string, boolean>();
  for (const one of ours) {
    const [room, other] = [one.room, roomOf(one)];
    if (room === other || GROUND.includes(room) || GROUND.includes(other)) continue;
    const key = `${room} ${other}`;
    // An import of values that names types alone with `type` counts as one of values: the picture draws what may break.
    values.set(key, (values.get(key) ?? false) || !one.isType);
  }
  const stations = ['harvest', 'score', 'decide', 'plan', 'site'];
  return [...values].map(([key, hasValues]) => {
    const [room = '', other = ''] = key.split(' ');
    const isOfTypes = !hasValues && room === 'cli/report' && stations.includes(other);
    return `${room} imports ${isOfTypes ? 'types of ' : ''}${other}`;
  });
}

test('the picture draws every import between rooms above the ground floor, and no other', () => {
  expect(drawn.length).toBeGreaterThan(20);
  expect(drawn.toSorted()).toEqual(arrowsOfTheCode().toSorted());
});

test('the picture and the table name every room', () => {
  const rooms = new Set(ours.map(({ file }) => roomAt(file)));
  const tabled = Array.from(PAGE.matchAll(/^\| (`[^|]+) \|/gm), ([, cell = '']) =>
    Array.from(cell.matchAll(/`([\w/]+?)\/?`/g), ([, name = '']) => name),
  ).flat();
  for (const room of rooms) {
    expect(PICTURE, room).toMatch(new RegExp(`(?<![\\w/])${room}(?![\\w/])`));
    expect(tabled, room).toContain(room);
  }
});

describe('every file that the page names is there', () => {
  const paths = new Set(
    Array.from(
      PAGE.matchAll(/`((?:src|scripts|tests|bin|docs|content)\/[^`\s<>*]+)`/g),
      ([, path = '']) => path,
    ),
  );
  test('there are some', () => expect(paths.size).toBeGreaterThan(20));
  test.for([...paths])('%s', (path) => {
    expect(existsSync(join(ROOT, path))).toBe(true);
  });
});

describe('every function that the page names with its file is exported there', () => {
  const named = Array.from(
    PAGE.matchAll(/`(\w+)` \(`((?:src|scripts)\/[^`]+\.ts)`\)/g),
    ([, name = '', file = '']) => [name, file] as const,
  );
  test('there are some', () => expect(named.length).toBeGreaterThan(10));
  test.for(named)('%s in %s', ([name, file]) => {
    const code = readFileSync(join(ROOT, file), 'utf8');
    expect(code).toMatch(
      new RegExp(`export (?:async )?(?:function\\*?|const|interface|type|class) ${name}\\b`),
    );
  });
});
