import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCanonicalHeader } from '../../src/store/canonicalHeader.ts';
import { readDesk } from '../../src/store/readDesk.ts';
import { readHeader } from '../../src/store/readHeader.ts';
import { renderFile } from '../../src/store/renderFile.ts';
import { splitFile } from '../../src/store/splitFile.ts';

/** Reading a desk of many picks, and a header through each of the two readers, in one interleaved run. */
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
  },
});
const FILES = Number(values.files);
const ROUNDS = Number(values.rounds);

const WORDS =
  'La nota de la persona que lo eligió, con su opinión y lo que haría con ello. '.repeat(6);
const pick = (n: number) =>
  renderFile(
    'picks',
    {
      id: n.toString(16).padStart(12, '0'),
      title: `Calendario de ayudas al alquiler: quién puede pedirlas, ${n}`,
      url: `https://vivienda.example/ayudas/${n}`,
      source: 'vivienda',
      author: 'Redacción',
      language: 'es',
      published: '2026-11-12T09:00:00+01:00',
      harvested: '2026-11-13T06:00:00Z',
      kept: '2026-11-14',
      topics: ['vivienda'],
      audience: 'vecindario',
      score: 71,
      why: [
        { signal: 'base', points: 8 },
        { signal: 'profile', points: 52, terms: ['alquiler', 'ayudas'] },
        { signal: 'trust', points: 14, evidence: '12/15' },
        { signal: 'freshness', points: -3, evidence: '4' },
      ],
    },
    `${WORDS}\n\n> ${WORDS}`,
  );

const folder = mkdtempSync(join(tmpdir(), 'criba-bench-'));
try {
  for (const name of ['sources', 'topics', 'audiences']) mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, 'desk.md'),
    '---\nname: Bench\nlanguages: [es]\ntimeZone: Europe/Madrid\ncontact: x\n---\n',
  );
  writeFileSync(
    join(folder, 'sources/vivienda.md'),
    '---\ntitle: V\nfeed: https://vivienda.example/feed\nlanguage: es\n---\n',
  );
  writeFileSync(
    join(folder, 'topics/vivienda.md'),
    '---\ntitle: {es: V}\nterms: {es: [alquiler]}\n---\n',
  );
  writeFileSync(
    join(folder, 'audiences/vecindario.md'),
    '---\ntitle: V\nlanguages: [es]\ninterests: {vivienda: 1}\n---\n',
  );
  for (let n = 0; n < FILES; n += 1) {
    const month = join(folder, 'picks/2026', String((n % 12) + 1).padStart(2, '0'));
    mkdirSync(month, { recursive: true });
    writeFileSync(join(month, `calendario-${n}.md`), pick(n));
  }
  const split = splitFile(pick(1));
  const header = 'header' in split ? split.header : '';
  const figures = { desk: [] as number[], quick: [] as number[], library: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const { picks, findings } = await readDesk(folder);
    figures.desk.push(performance.now() - start);
    if (picks.length !== FILES || findings.length > 0)
      throw new Error(`${picks.length} picks, ${findings.length} findings`);
    figures.quick.push(cpu(() => readCanonicalHeader(header)));
    figures.library.push(cpu(() => readHeader(header).data));
  }
  const [desk, quick, library] = [figures.desk, figures.quick, figures.library].map(median) as [
    number,
    number,
    number,
  ];
  process.stdout.write(
    [
      `readDesk, ${FILES} files: ${(desk / 1000).toFixed(2)} s (median of ${ROUNDS}; ${Math.round(FILES / (desk / 1000))} files/s)`,
      `one header: ${quick.toFixed(0)} us quick, ${library.toFixed(0)} us through the YAML library, ratio ${(library / quick).toFixed(1)}`,
      `peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
      '',
    ].join('\n'),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Microseconds of processor time for one call, over a thousand. */
function cpu(work: () => unknown): number {
  const start = process.cpuUsage();
  for (let n = 0; n < 1000; n += 1) work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
