import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CORPORA, hasCorpora } from '../../tests/support/corpora.ts';
import { size } from '../../tests/support/size.ts';
import { faultText } from '../i18n/faultText.ts';
import { Audience } from '../model/desk/audience.ts';
import { Candidate } from '../model/desk/candidate.ts';
import { PickEntry } from '../model/desk/pick.ts';
import { readCanonicalHeader } from './canonicalHeader.ts';
import { readFile } from './readFile.ts';
import { readHeader } from './readHeader.ts';
import { formatFile, renderFile } from './renderFile.ts';
import { splitFile } from './splitFile.ts';
import { writeHeader } from './writeHeader.ts';

const URL_LINE = 'url: "https://water.example/rain"';
const pickFile = (lines: string) => `---\n${lines}\n---\n\nWords.\n`;
const read = (text: string) => readFile(text, PickEntry, 'content/picks/2026/11/x.md');

describe('a file', () => {
  test('made by hand with a title and an address is a pick', () => {
    const { data, body, findings } = read(pickFile(`title: Rain gardens\n${URL_LINE}`));
    expect(data).toMatchObject({ title: 'Rain gardens', url: 'https://water.example/rain' });
    expect([body, findings]).toEqual(['Words.', []]);
  });
  test('with Windows line ends reads the same', () => {
    const text = pickFile(`title: Rain gardens\n${URL_LINE}`).replaceAll('\n', '\r\n');
    expect(read(text)).toMatchObject({
      data: { title: 'Rain gardens' },
      body: 'Words.',
      findings: [],
    });
  });
  test('with an unknown key is read, and says which key was meant', () => {
    const { data, findings } = read(pickFile(`title: Rain\n${URL_LINE}\npublsh: 2026-11-30`));
    expect(data).toMatchObject({ title: 'Rain' });
    expect(findings).toMatchObject([
      {
        line: 4,
        column: 1,
        code: 'key/unknown',
        severity: 'warning',
        values: { key: 'publsh', near: 'publish' },
      },
    ]);
  });
  test('with an unknown key deep inside says where, and which key was meant', () => {
    const rule = 'rules:\n  - effect: veto\n    phrase: x\n    maches: [x]';
    const header = `---\ntitle: A\nlanguages: [es]\ninterests: {}\n${rule}\n---\n`;
    expect(readFile(header, Audience, 'a.md').findings).toMatchObject([
      {
        line: 8,
        column: 5,
        code: 'key/unknown',
        values: { key: 'rules[1].maches', near: 'matches' },
        severity: 'warning',
      },
    ]);
  });
  test('keeps dates as text, so that no day moves and no clock time becomes a number', () => {
    const { data } = read(
      pickFile(`title: "12:30"\n${URL_LINE}\npublish: 2026-11-30\nkeptBy: 0123abc`),
    );
    expect(data).toMatchObject({ title: '12:30', publish: '2026-11-30', keptBy: '0123abc' });
  });
});

describe('a header with many keys', () => {
  const rules = (count: number) =>
    Array.from({ length: count }, (_, index) => `  - {effect: boost, phrase: "p${index}"}\n`).join(
      '',
    );
  const reported = (header: string) =>
    readFile(`---\n${header}---\n`, Audience, 'a.md').findings.map(({ code }) => code);
  test('in a long list of rules is read', () => {
    expect(reported(`title: A\nlanguages: [es]\ninterests: {}\nrules:\n${rules(300)}`)).toEqual([]);
  });
  test('in one mapping is not', () => {
    const keys = Array.from({ length: 201 }, (_, index) => `  k${index}: 1\n`).join('');
    expect(reported(`title: A\nlanguages: [es]\ninterests:\n${keys}`)).toEqual([
      'header/too-many-keys',
    ]);
  });
});

describe('a header that is code', () => {
  test.for([
    '---js',
    '---javascript',
    '---JS',
    '--- js',
    '---json',
    '---coffee',
    '---js  ',
    '\uFEFF---js',
    '---js\r',
  ])('opened with %j is refused unread', (opening) => {
    const marker = `CRIBA_${Math.random().toString(36).slice(2)}`;
    const { data, findings } = read(
      `${opening}\n(globalThis.${marker} = 1, { title: "x" })\n---\n`,
    );
    expect(data).toBeUndefined();
    expect(findings).toMatchObject([{ line: 1, severity: 'error' }]);
    expect(marker in globalThis).toBe(false);
  });
  test('stays words when it stands in a body that we write', () => {
    const body = '---js\n(globalThis.CRIBA_WRITTEN = 1, {})\n---\n';
    const text = renderFile('picks', { title: 'x', url: 'https://water.example/rain' }, body);
    expect(read(text).body).toBe(body);
    expect('CRIBA_WRITTEN' in globalThis).toBe(false);
  });
});

/** Faults that people make, each with the line of the header that it stands on, counted from its first key. */
const FAULTS: [fault: string, lines: string[], line: number][] = [
  ['a colon in an unquoted text', ['title: Water: a plan', URL_LINE], 1],
  ['a quote that is never closed', ['title: "Water', URL_LINE], 1],
  ['a single quote that is never closed', [URL_LINE, "title: 'Water"], 2],
  ['a list that is never closed', ['title: x', URL_LINE, 'topics: ["a", "b"'], 3],
  ['a tab for indent', ['title: x', URL_LINE, 'why:', '\t- signal: base'], 4],
  ['a key that stands twice', ['title: x', URL_LINE, 'title: y'], 3],
  ['an anchor', ['title: &a x', URL_LINE], 1],
  ['an alias', ['title: x', URL_LINE, 'author: *a'], 3],
  ['a tag', ['title: x', URL_LINE, 'author: !!str y'], 3],
  ['a tag of a program', ['title: x', URL_LINE, 'author: !ruby/object y'], 3],
  ['a merge key', ['title: x', URL_LINE, '<<: {author: y}'], 3],
  ['a day that does not exist', ['title: x', URL_LINE, 'review: 2026-02-30'], 3],
  ['a day written the Spanish way', ['title: x', URL_LINE, 'review: 30/11/2026'], 3],
  ['a moment without offset', ['title: x', URL_LINE, 'harvested: 2026-11-30T09:00:00'], 3],
  ['an address without scheme', ['title: x', 'url: water.example/rain'], 2],
  ['an address that runs', ['title: x', 'url: "javascript:alert(1)"'], 2],
  ['an address with a user name', ['title: x', 'url: "https://me:secret@water.example"'], 2],
  ['a text where a list belongs', ['title: x', URL_LINE, 'topics: water'], 3],
  ['a number where a text belongs', ['title: 12', URL_LINE], 1],
  ['a text where a number belongs', ['title: x', URL_LINE, 'score: "high"'], 3],
  ['a score above 100', ['title: x', URL_LINE, 'score: 120'], 3],
  ['a score that is not whole', ['title: x', URL_LINE, 'score: 70.5'], 3],
  [
    'a word that is not a signal',
    [
      'title: x',
      URL_LINE,
      'why:',
      '  - signal: base',
      '    points: 1',
      '  - signal: profil',
      '    points: 2',
    ],
    6,
  ],
  ['points that are missing', ['title: x', URL_LINE, 'why:', '  - signal: base'], 4],
  ['a list entry of the wrong kind', ['title: x', URL_LINE, 'topics:', '  - water', '  - 7'], 5],
  ['a name with capitals', ['title: x', URL_LINE, 'source: Water'], 3],
  ['an id that is too short', ['id: abc', 'title: x', URL_LINE], 1],
  ['a yes where true belongs', ['title: x', URL_LINE, 'lead: yes'], 3],
  ['an unknown key', ['title: x', URL_LINE, 'tittle: y'], 3],
  [
    'an unknown key inside a list',
    [
      'title: x',
      URL_LINE,
      'alsoIn:',
      '  - source: a',
      '    url: "https://a.example"',
      '    link: b',
    ],
    6,
  ],
  ['a text that begins with a sign', ['title: @team', URL_LINE], 1],
  ['a bad escape', ['title: "C:\\work"', URL_LINE], 1],
];
/** Ahead of each fault, so that its line differs: nothing, one to five good lines, a comment, a long text. */
const BEFORE = [
  [],
  ['# who: Marta'],
  ['author: Marta', 'keptBy: Ana'],
  ['language: es', '', 'story: rain', '# a note', 'audience: residents'],
  ['author: |', '  Marta', '  and Ana'],
  ['kept: 2026-11-20'],
  ['story: "rain"'],
];

describe(`${FAULTS.length * BEFORE.length} planted faults`, () => {
  test.for(FAULTS)('%s is reported on its line', ([, lines, line]) => {
    for (const before of BEFORE) {
      const { findings } = read(pickFile([...before, ...lines].join('\n')));
      expect(findings[0]?.line, findings[0]?.code).toBe(1 + before.length + line);
      for (const lang of ['es', 'en'] as const) {
        const said = findings.flatMap((finding) => Object.values(faultText(finding, lang)));
        for (const text of said) expect(text).toMatch(/^(?!.*(?:\{\w+\}|undefined)).+$/);
      }
      expect(JSON.stringify(findings)).not.toContain('expects/said');
    }
  });
  test('are more than 200', () => expect(FAULTS.length * BEFORE.length).toBeGreaterThan(200));
  test.for([
    ['no header at all', 'Just words.\n', 1, 'file/no-header'],
    ['a blank line before the header', '\n---\ntitle: x\n---\n', 1, 'file/no-header'],
    ['a TOML header', '+++\ntitle = "x"\n+++\n', 1, 'file/no-header'],
    ['a byte order mark', '\uFEFF---\ntitle: x\n---\n', 1, 'file/byte-order-mark'],
    [
      'a header that is never closed',
      `---\ntitle: x\n${URL_LINE}\n\nWords.\n`,
      1,
      'file/header-not-closed',
    ],
    [
      'a rule where the header should close',
      '---\ntitle: x\n----\nWords\n',
      3,
      'file/header-not-closed',
    ],
    [
      'a header of 100 kB',
      `---\ntitle: "${'x'.repeat(100_000)}"\n---\n`,
      1,
      'file/header-too-large',
    ],
    ['a missing title', `---\n${URL_LINE}\n---\n`, 1, 'key/missing'],
    ['a header that is a list', '---\n- title\n---\n', 2, 'header/not-a-mapping'],
    [
      'nesting without end',
      `---\ntitle: ${'['.repeat(50)}${']'.repeat(50)}\n---\n`,
      2,
      'header/too-deep',
    ],
  ] as const)('%s is reported on its line', ([, text, line, code]) => {
    expect(read(text).findings[0]).toMatchObject({ line, code });
  });
  test.for([
    ['six thousand brackets', `title: ${'['.repeat(6_000)}${']'.repeat(6_000)}`, 'header/too-deep'],
    ['brackets that are never closed', `title: ${'['.repeat(300)}`, 'header/bad-indent'],
  ] as const)('%s are one fault, not one each', ([, header, code]) => {
    expect(read(`---\n${header}\n---\n`).findings.map((one) => one.code)).toEqual([code]);
  });
});

/** Text as it may come: any characters, and the ones that YAML, Markdown and terminals trip over. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    ' ',
    '---',
    '- a',
    '# b',
    'null',
    'true',
    '12:30',
    '0123',
    'a: b',
    '"',
    "'",
    '\\',
    '\n',
    '\r\n',
    '\t',
    '\u0085',
    '\u2028',
    '\uFEFF',
    '{{x}}',
    '%TAG',
    '|',
    '>',
    '&a',
    '*a',
    '!a',
    '@a',
    '`a',
  ),
);

describe('what is written is read back', () => {
  const roundTrip = (title: string, reason: string, body: string) => {
    const text = renderFile('candidates', { title, reason }, body);
    const split = splitFile(text);
    if (!('header' in split)) throw new Error(split.code);
    const data = readHeader(split.header).data;
    return { text, data, body: split.body };
  };
  test('for any text in title, reason and body, and writing it again gives the same bytes', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.string({ unit: 'grapheme' }), (title, reason, body) => {
        const once = roundTrip(title, reason, body);
        expect(once.data).toEqual({ title, reason });
        expect(once.body).toBe(body);
        expect(renderFile('candidates', once.data, once.body)).toBe(once.text);
      }),
      { numRuns: size({ small: 500, middle: 2_000, whole: 10_000 }), seed: 7 },
    );
  });
  test.skipIf(!hasCorpora)('for every naughty string and every XSS payload', () => {
    const naughty = JSON.parse(
      readFileSync(`${CORPORA}/hostile/naughty-strings.json`, 'utf8'),
    ) as string[];
    const payloads = readFileSync(`${CORPORA}/hostile/xss-payloads.txt`, 'utf8').split('\n');
    expect(naughty.length + payloads.length).toBeGreaterThan(7_000);
    const step = size({ small: 10, middle: 1, whole: 1 });
    for (const text of [...naughty, ...payloads].filter((_, n) => n % step === 0)) {
      const { data, body } = roundTrip(text, text, text);
      expect([data.title, data.reason, body]).toEqual([text, text, text]);
    }
  });
});

describe('the quick reading of a header', () => {
  const value = fc.oneof(
    anyText,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.array(anyText, { maxLength: 3 }),
  );
  const data = fc.dictionary(
    fc.stringMatching(/^[A-Za-z][\w-]{0,8}$/),
    fc.oneof(
      value,
      fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), value, { minKeys: 1, maxKeys: 3 }),
      fc.array(fc.record({ signal: anyText, points: fc.integer() }), { maxLength: 3 }),
    ),
    { maxKeys: 6 },
  );
  test('never says anything else than the YAML library, for what Criba writes', () => {
    fc.assert(
      fc.property(data, (some) => {
        const header = writeHeader(some, []);
        const quick = readCanonicalHeader(header);
        if (quick) expect(quick).toEqual(readHeader(header).data);
      }),
      { numRuns: 1_000, seed: 7 },
    );
  });
  test('never says anything else than the YAML library, for lines that people may write', () => {
    const line = fc.tuple(
      fc.constantFrom('', '  ', '- ', '  - ', '    '),
      fc.constantFrom('a: ', 'b: ', 'c:', 'null: ', ''),
      fc.oneof(anyText, fc.stringMatching(/^[\w:#,[\]{}"'. /-]{0,12}$/)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const header = lines.map((parts) => `${parts.join('')}\n`).join('');
        const quick = readCanonicalHeader(header);
        if (quick) {
          const careful = readHeader(header);
          expect([quick, careful.problems]).toEqual([careful.data, []]);
        }
      }),
      { numRuns: size({ small: 4_000, middle: 20_000, whole: 20_000 }), seed: 7 },
    );
  });
  test('reads what Criba writes', () => {
    const header = writeHeader(
      {
        title: 'Lluvia: «¿y ahora?»',
        why: [{ signal: 'base', points: 8 }],
        interests: { water: 1.5 },
        topics: ['a'],
      },
      [],
    );
    expect(readCanonicalHeader(header)).toEqual(readHeader(header).data);
    expect(readCanonicalHeader(header)).toBeDefined();
  });
});

test('formatting keeps comments, unknown keys and words, puts keys in order, and is settled after once', () => {
  const text =
    "---\n# ours since spring\nurl: https://water.example/rain # checked\ntitle: 'Rain'\nmood: fine\ntopics: [a,\n  b]\n---\nWords.";
  const formatted = formatFile('picks', text, 'x.md');
  expect(formatted).toBe(
    '---\ntitle: "Rain"\n# ours since spring\nurl: "https://water.example/rain" # checked\ntopics: ["a", "b"]\nmood: "fine"\n---\n\nWords.\n',
  );
  expect(formatFile('picks', formatted, 'x.md')).toBe(formatted);
});

test('formatting puts the examples of a rule one a line, and other lists on one', () => {
  const header = (matches: string) =>
    `---\ntitle: "A"\nlanguages: ["es"]\ninterests: {}\nrules:\n  - effect: "veto"\n    words: ["x", "y"]\n    matches:${matches}\n    misses: []\n---\n`;
  const formatted = header('\n      - "a b"\n      - "c d"');
  expect(formatFile('audiences', header(' [a b, c d]'), 'x.md')).toBe(formatted);
  expect(formatFile('audiences', formatted, 'x.md')).toBe(formatted);
});

test('formatting keeps what looks like a number and is none, and spaces that stand before odd line ends', () => {
  const text =
    '---\ntitle: "a \u2028b"\nurl: "https://a.example"\nphone: 0034600111222\nserial: 12345678901234567890\nscore: 7\n---\n';
  expect(formatFile('picks', text, 'x.md')).toBe(
    '---\ntitle: "a \u2028b"\nurl: "https://a.example"\nscore: 7\nphone: "0034600111222"\nserial: "12345678901234567890"\n---\n',
  );
});

test('a decision counts in any case and with spaces around it', () => {
  const facts =
    'id: "0123456789ab"\ntitle: x\nurl: https://a.example\nsource: a\nlanguage: es\nharvested: 2026-11-20T00:00:00Z\naudience: b\nscore: 1\nwhy: []';
  expect(readFile(pickFile(`${facts}\ndecision: " Keep "`), Candidate, 'x').data?.decision).toBe(
    'keep',
  );
  expect(readFile(pickFile(`${facts}\ndecision:\nreason:`), Candidate, 'x').data).toMatchObject({
    decision: '',
    reason: '',
  });
  expect(readFile(pickFile(`${facts}\ndecision: kepe`), Candidate, 'x').findings).toMatchObject([
    { code: 'key/not-one-of', values: { near: 'keep' } },
  ]);
});
