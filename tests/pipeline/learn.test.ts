import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { Repository } from '../support/repository.ts';
import { runInProcess, runScript } from '../support/runScript.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const repositories: Repository[] = [];
afterEach(() => {
  for (const repository of repositories.splice(0)) repository.remove();
});

function repository(lines: object[] = []): Repository {
  const ledger = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const made = new Repository(
    lines.length === 0 ? {} : { 'content/ledger/2026/11/20261102t060000z-harvest.ndjson': ledger },
  );
  repositories.push(made);
  return made;
}

const learn = (args: string[], cwd: string) => runInProcess('learn', args, { cwd });
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);
const records = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown> & { kind: string });

/** An item that was proposed one day and decided the next. */
function decided(
  number: number,
  kept: boolean,
  more: { title?: string; text?: string; reason?: string } = {},
) {
  const { title = `Aviso ${number}`, text = `Nota número ${number}.`, reason } = more;
  const line = {
    id: String(number).padStart(12, '0'),
    source: 'rios',
    title,
    language: 'es',
    url: `https://rios.example/${number}`,
    audience: 'vecindario',
  };
  const day = (add: number) =>
    `2026-11-${String(2 + (number % 12) + add).padStart(2, '0')}T06:00:00Z`;
  return [
    { ...line, at: day(0), event: 'proposed', text },
    { ...line, at: day(1), event: kept ? 'keep' : 'drop', by: 'Marta', ...(reason && { reason }) },
  ];
}

describe('learn, on the sample desk', () => {
  test('says what was decided, with which words, by source, and how well it could have been told', async () => {
    const { code, stdout, stderr } = await learn([], PROJECT);
    expect(code).toBe(0);
    const [, decisions, kept, dropped] =
      /^ {2}(\d+) decisions, 2026-\S+ to 2026-\S+: (\d+) kept, (\d+) dropped/m.exec(stdout) ?? [];
    expect(Number(kept) + Number(dropped)).toBe(Number(decisions));
    for (const part of [
      /^Words that decisions taught$/m,
      /^ {2}all audiences: \d+ kept, \d+ dropped$/m,
      /^ {2}vecindario: \d+ kept, \d+ dropped$/m,
      /^Contradictions\n {2}None/m,
      /^ {2}escaparate-vivo +0 of \d+ +-\d+ +0 of \d+ +-\d+ +-\d+$/m,
      /^ {2}with what was learned +\d+ +\d+ +\d+ % +\d+ % +\d+ %$/m,
      /^ {2}80 to 100 % /m,
      /expected calibration error/,
    ])
      expect(stdout).toMatch(part);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    expect(lastLine(stderr)).toMatch(
      new RegExp(`^${decisions} decisions = ${kept} kept \\+ ${dropped} dropped, \\d+ words, 0 `),
    );
  });

  test('under --json gives a record a fact, of one audience where asked', async () => {
    const { stdout } = await learn(['--json', '--audience', 'comercio'], PROJECT);
    const found = records(stdout);
    expect(found[0]).toMatchObject({ kind: 'decisions', languages: { es: expect.any(Number) } });
    const words = found.filter(({ kind }) => kind === 'word');
    expect(words.length).toBeGreaterThan(0);
    for (const word of words)
      expect(word).toMatchObject({ audience: 'comercio', strength: expect.any(Number) });
    expect(found.some(({ kind }) => kind === 'source')).toBe(true);
  });

  test('gives the same bytes in every time zone but the reader’s own', async () => {
    const said = await Promise.all(
      ['Pacific/Auckland', 'America/Bogota'].map((TZ) =>
        runScript('learn', ['--json'], { cwd: PROJECT, env: { TZ } }),
      ),
    );
    expect(said[0]?.stdout).toBe(said[1]?.stdout);
  });
});

describe('learn, on a desk', () => {
  test('where nothing was decided, says so and what it takes', async () => {
    const { code, stdout, stderr } = await learn([], repository().root);
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing has been kept or dropped yet.');
    expect(stdout).toContain('40 more decisions');
    expect(stdout).not.toContain('Contradictions');
    expect(lastLine(stderr)).toBe(
      '0 decisions = 0 kept + 0 dropped, 0 words, 0 contradictions to look at, 0 pairs to know of, 0 sources moved, no history to test',
    );
  });

  test('with only keeps, says that there is nothing to tell them from', async () => {
    const lines = Array.from({ length: 45 }, (_, at) => decided(at, true)).flat();
    const { stdout } = await learn([], repository(lines).root);
    expect(stdout).toContain('Everything was kept');
    expect(stdout).not.toMatch(/Words that|Would it have known/);
  });

  test('learned in one language alone, says what that means in the other', async () => {
    const lines = Array.from({ length: 12 }, (_, at) => decided(at, at % 2 === 0)).flat();
    const { stdout } = await learn([], repository(lines).root);
    expect(stdout).toContain(
      'Learned in Spanish alone: in English only names and cognates carry over.',
    );
    expect(stdout).toMatch(/Too few to trust.+\n.*After 28 more decisions/);
  });

  test('that contradicts itself, asks for a person, with both decisions and what to do', async () => {
    const text =
      'La comisión de aguas aprueba turnos de riego en Fuentelirio: tres noches por acequia, con guarda y candado.';
    const title = 'Turnos de riego en Fuentelirio';
    const desk = repository([
      ...decided(1, true, { title, text }),
      ...decided(2, false, { title, text, reason: 'fuera de tema' }),
    ]);
    const before = desk.hash('.');
    const { code, stdout, stderr } = await learn([], desk.root);
    expect(code).toBe(1);
    expect(stdout).toMatch(/2026-11-04 {2}kept {5}Turnos de riego en Fuentelirio\n.+by Marta/);
    expect(stdout).toMatch(/2026-11-05 {2}dropped {2}Turnos.+\n.+“fuera de tema”/);
    expect(stdout).toContain('npm run settle -- --restore 000000000002');
    const env = { npm_lifecycle_event: '' };
    const byBinary = await runInProcess('learn', [], { cwd: desk.root, env });
    expect(byBinary.stdout).toContain('criba settle --restore 000000000002');
    expect(stdout).toContain('Copies of one text count once: they come to 1 decision.');
    expect(lastLine(stderr)).toContain('1 contradiction to look at');
    expect(desk.hash('.')).toBe(before);
    const [clash] = records((await learn(['--json'], desk.root)).stdout).filter(
      ({ kind }) => kind === 'contradiction',
    );
    expect(clash).toMatchObject({ of: 'copy', items: [{ kept: true }, { kept: false }] });
  });

  test('refuses an audience that there is none of, and flags that mean nothing here', async () => {
    const { root } = repository();
    const unknown = await learn(['--audience', 'nadie'], root);
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('vecindario')]);
    expect((await learn(['--dry-run'], root)).code).toBe(2);
  });
});
