import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CONDITION_KINDS } from '../../src/phrases/rules/conditions.ts';
import { DECLARED_SIGNALS } from '../../src/score/signals.ts';
import { Repository } from '../support/repository.ts';
import { runInProcess } from '../support/runScript.ts';

const HARVEST = ['--now', '2026-11-18T12:00:00+01:00'];
const NOW = ['--now', '2026-11-19T12:00:00+01:00'];
const LICENSE = 'https://creativecommons.org/licenses/by/4.0/';

const entry = (slug: string, title: string, author: string, category: string, text: string) =>
  `<item><title>${title}</title><link>https://rios.example/${slug}</link><guid isPermaLink="false">${slug}-1</guid><pubDate>Wed, 18 Nov 2026 08:00:00 +0100</pubDate><dc:creator>${author}</dc:creator><category>${category}</category><creativeCommons:license>${LICENSE}</creativeCommons:license><description>${text}</description></item>`;

const FILES = {
  'content/desk.md':
    '---\nname: "Mesa"\nlanguages: ["es"]\ntimeZone: "Europe/Madrid"\ncontact: "mesa@agua.example"\nthreshold: 1\nexploration: 0\n---\n',
  'feeds/rios.xml': `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule"><channel><title>Ríos</title><link>https://rios.example/</link><language>es</language>
${entry('pozos', 'Los pozos del valle, sin agua potable', 'Lola Vega', 'sondeos', 'La sequía ha secado nueve pozos, y el agua potable llega en cisternas cada martes.')}
${entry('presa', 'La presa abre por la sequía', 'Inés Prado', 'obras', 'El embalse guarda lo justo: la compuerta queda abierta tres noches.')}
${entry('riego', 'Riego por turnos en el embalse', 'Marta Soto', 'huertas', 'Cada huerta tendrá su turno de riego los lunes, y el regante que falte lo pierde hasta mayo.')}
</channel></rss>`,
  'content/audiences/vecindario.md':
    '---\ntitle: "Vecindario"\nlanguages: ["es"]\ninterests:\n  agua: 1\nrules:\n  - { effect: veto, name: "No de Inés", author: "Inés Prado" }\n---\n',
};

let desk: Repository;
const { story } = DECLARED_SIGNALS;
const { author } = CONDITION_KINDS;
beforeEach(() => {
  desk = new Repository(FILES);
});
afterEach(() => {
  desk.remove();
  DECLARED_SIGNALS.story = story;
  CONDITION_KINDS.author = author;
});

const run = (name: string, args: string[]) => runInProcess(name, args, { cwd: desk.root });
const records = async (name: string, args: string[]) =>
  (await run(name, [...NOW, '--json', ...args])).stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const explained = async (slug: string) =>
  (await records('explain', [`https://rios.example/${slug}`]))[0];
const fileOf = (slug: string) =>
  `content/candidates/${desk.candidates().find((path) => path.startsWith(slug))}`;

/** The signals whose points scoring again would change. */
const movedByScore = async () =>
  (await records('score', ['--dry-run'])).flatMap(({ moves = [] }) =>
    moves.map(({ signal }: { signal: string }) => signal),
  );

/** A signal that reads all that a scored text holds besides its words. */
function addSignal(): void {
  DECLARED_SIGNALS.story = ({ item }) => ({
    value: 0.5,
    evidence: [item.author, item.license, item.categories.join('+'), item.published].join(' '),
  });
}

/** A condition that reads what no other does: the feed's labels. */
function addCondition(): void {
  CONDITION_KINDS.author = {
    ...author,
    read: (label) => (reading) => (reading.item.categories?.includes(label) ? [label] : undefined),
  };
}

describe('a signal that reads author, licence, labels and date', () => {
  const evidence = (name: string, label: string) =>
    `${name} ${LICENSE} ${label} 2026-11-18T07:00:00Z`;

  test('speaks in the harvest, and of the same item in score and explain', async () => {
    addSignal();
    await run('harvest', HARVEST);
    expect(desk.read(fileOf('los-pozos'))).toContain(evidence('Lola Vega', 'sondeos'));
    expect(await movedByScore()).not.toContain('story');
    for (const [slug, name, label] of [
      ['pozos', 'Lola Vega', 'sondeos'],
      ['presa', 'Inés Prado', 'obras'],
    ] as const)
      expect(JSON.stringify(await explained(slug))).toContain(evidence(name, label));
  });

  test('speaks of what became a pick and of what was dropped, whose file is gone', async () => {
    addSignal();
    await run('harvest', HARVEST);
    for (const [begins, decision] of [
      ['los-pozos', 'keep'],
      ['riego', 'drop'],
    ] as const) {
      const file = fileOf(begins);
      desk.write(file, desk.read(file).replace('decision: ""', `decision: "${decision}"`));
    }
    await run('settle', NOW);
    expect(desk.candidates()).toEqual([]);
    expect(JSON.stringify(await explained('pozos'))).toContain(evidence('Lola Vega', 'sondeos'));
    expect(JSON.stringify(await explained('riego'))).toContain(evidence('Marta Soto', 'huertas'));
  });

  test('that comes later is found by score in files that were written without it', async () => {
    await run('harvest', HARVEST);
    addSignal();
    await run('score', NOW);
    expect(desk.read(fileOf('los-pozos'))).toContain(evidence('Lola Vega', 'sondeos'));
  });
});

describe('a veto by author', () => {
  test('fires in the harvest, and explain and its rules say so', async () => {
    await run('harvest', HARVEST);
    expect(desk.candidates().map((path) => path.slice(0, 5))).toEqual(['los-p', 'riego']);
    expect(await explained('presa')).toMatchObject({ veto: 'No de Inés' });
    const [rule] = await records('explain', ['--rules']);
    expect(rule).toMatchObject({ name: 'No de Inés', hits: 1 });
  });
});

describe('a condition that reads the labels of a feed', () => {
  const rule = (effect: string) =>
    `---\ntitle: "Vecindario"\nlanguages: ["es"]\ninterests:\n  agua: 1\nrules:\n  - { effect: ${effect}, name: "Huertas", author: "huertas" }\n---\n`;

  test('holds in harvest, score, explain and explain --rules', async () => {
    addCondition();
    desk.write('content/audiences/vecindario.md', rule('boost'));
    await run('harvest', HARVEST);
    expect(desk.read(fileOf('riego'))).toMatch(/signal: "rule"[^-]+evidence: "Huertas"/);
    expect(await movedByScore()).not.toContain('rule');
    expect(JSON.stringify(await explained('riego'))).toContain('"evidence":"Huertas"');
    const [hit] = await records('explain', ['--rules']);
    expect(hit).toMatchObject({ name: 'Huertas', hits: 1 });
  });

  test('holds of what a report alone remembers', async () => {
    addCondition();
    desk.write('content/audiences/vecindario.md', rule('veto'));
    await run('harvest', HARVEST);
    expect(await explained('riego')).toMatchObject({ standing: 'report', veto: 'Huertas' });
    const [hit] = await records('explain', ['--rules']);
    expect(hit).toMatchObject({ name: 'Huertas', hits: 1 });
  });
});

describe('a condition that reads the end of an author’s name', () => {
  const rule =
    '---\ntitle: "Vecindario"\nlanguages: ["es"]\ninterests:\n  agua: 1\nrules:\n  - { effect: boost, name: "Vega", author: "Vega", matches: [{ author: "Lola Vega" }], misses: [{ author: "Vega Lola" }] }\n---\n';
  const examples = async () =>
    (await records('check', [])).filter(({ code }) => code?.startsWith('rule/'));

  test('is what check tries the examples of its rule with', async () => {
    desk.write('content/audiences/vecindario.md', rule);
    expect(await examples()).toHaveLength(1);
    CONDITION_KINDS.author = {
      ...author,
      read:
        (name) =>
        ({ item }) =>
          item.author?.endsWith(name) ? [name] : undefined,
    };
    expect(await examples()).toEqual([]);
  });
});

test('the line of a proposal keeps what it was about, and a hash of the feed’s own id', async () => {
  await run('harvest', HARVEST);
  const [ledger = ''] = desk.list('content/ledger');
  const lines = desk
    .read(`content/ledger/${ledger}`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.find(({ url }) => url === 'https://rios.example/pozos')).toMatchObject({
    author: 'Lola Vega',
    license: LICENSE,
    categories: ['sondeos'],
    suggestedTopics: ['agua'],
    guid: 'e924bf207afc',
  });
});
