import { afterEach, describe, expect, test } from 'vitest';
import { known } from '../../src/decide/known.ts';
import { settle } from '../../src/decide/settle.ts';
import type { Instant } from '../../src/model/desk/time.ts';
import { edition } from '../../src/site/edition.ts';
import { readDesk } from '../../src/store/readDesk.ts';
import { Repository } from '../support/repository.ts';
import { runInProcess } from '../support/runScript.ts';

const NOW = '2026-11-20T09:00:00Z' as Instant;
const PICK = 'content/picks/2026/11/embalse-0123ab.md';
const ID = '0123ab000000';

let desk: Repository;
afterEach(() => desk.remove());

/** A desk with a pick of which the ledger has these events, an hour apart. */
function withPick(header: string, events: readonly string[]): Repository {
  const line = (event: string, hour: number) =>
    `${JSON.stringify({ at: `2026-11-18T0${hour}:00:00Z`, id: ID, event, source: 'rios', title: 'Embalse', url: 'https://rios.example/embalse', language: 'es' })}\n`;
  desk = new Repository({
    [PICK]: `---\nid: "${ID}"\ntitle: "Embalse"\nurl: "https://rios.example/embalse"\nsource: "rios"\n${header}---\n`,
    ...(events.length > 0 && {
      'content/ledger/2026/11/20261118t000000z-harvest.ndjson': events.map(line).join(''),
    }),
  });
  return desk;
}

const readIn = (at: Repository) => readDesk(`${at.root}/content`);

describe('a pick', () => {
  test.for([
    ['with an empty decision, that was proposed', 'decision: ""\n', ['proposed'], true],
    ['with a blank decision, that was proposed', 'decision:\n', ['proposed'], true],
    ['that says later', 'decision: "later"\n', ['proposed', 'later'], true],
    ['that says drop', 'decision: "drop"\n', ['proposed'], true],
    ['of which the ledger knows nothing', 'decision: ""\n', [], true],
    ['that was kept, and dropped since', 'decision: ""\n', ['proposed', 'keep', 'drop'], true],
    ['that an earlier release settled', 'decision: ""\n', ['proposed', 'keep'], false],
    ['that was dropped, and kept since', 'decision: ""\n', ['proposed', 'drop', 'keep'], false],
    ['that says keep', 'decision: "keep"\n', ['proposed'], false],
    ['without a decision, which a person took out', '', ['proposed'], false],
    [
      'with the day on which it was kept',
      'decision: ""\nkept: "2026-11-19"\n',
      ['proposed'],
      false,
    ],
  ] as const)('%s: set aside %4$s', async ([, header, events, isAside]) => {
    const { picks, quarantine, findings } = await readIn(withPick(header, events));
    expect(picks.length).toBe(isAside ? 0 : 1);
    expect(quarantine.map(({ path, id }) => [path, id])).toEqual(
      isAside ? [['picks/2026/11/embalse-0123ab.md', ID]] : [],
    );
    const found = findings.filter(({ code }) => code === 'pick/undecided');
    expect(found.map(({ severity }) => severity)).toEqual(isAside ? ['error'] : []);
  });
});

test('nobody decided on is in neither edition, gets no line, and is neither dropped nor proposed again', async () => {
  const read = await readIn(withPick('decision: ""\n', ['proposed']));
  const settled = settle(read, { now: NOW });
  expect([settled.changes, settled.lines]).toEqual([[], []]);
  for (const name of ['public', 'team'] as const)
    expect(edition(settled.desk, name, NOW).picks).toEqual([]);
  expect(known(settled.desk).ids.has(ID)).toBe(true);
});

test('check names the line and says how to keep it, and a line less keeps it', async () => {
  withPick('decision: ""\n', ['proposed']);
  const run = (...args: string[]) =>
    runInProcess(args[0] ?? '', [...args.slice(1), '--now', NOW], { cwd: desk.root });
  const checked = await run('check');
  expect(checked.code).toBe(1);
  expect(checked.stdout + checked.stderr).toContain(`${PICK}:6:1`);
  expect(checked.stdout + checked.stderr).toContain('pick/undecided');
  expect((await run('settle')).stderr).toContain('0 lines for the ledger');
  desk.write(PICK, desk.read(PICK).replace('decision: ""\n', ''));
  expect((await run('settle')).stdout).toContain('keep');
  expect((await run('check')).code).toBe(0);
});
