import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sentencesIn } from '../support/sentencesIn.ts';

const ROOT = new URL('../..', import.meta.url).pathname;

/** What is not read by the people who use Criba, or is not in a language of ours. */
const NOT_FOR_PEOPLE = [
  /\.test\.ts$/, // tests
  /Fixture\.ts$/, // what tests begin with
  /^scripts\/bench\//, // measurements, for developers
  /^scripts\/demo\/feeds\//, // the demo's feeds, which are content
  /^src\/i18n\//, // the words themselves
];

/** Files with texts that only look like sentences, and why. */
const EXCEPTIONS: Record<string, string> = {
  'src/model/desk/ledger/programReasons.ts': 'a reason as the ledger stores it',
  'src/harvest/discover/feedsByRule.ts': 'names of services, and of their rules in the tests',
  'src/harvest/normalise/months.ts': 'names of months in dates of feeds',
  'src/mentions/englishWords.ts': 'words of praise and blame that texts are searched for',
  'src/mentions/spanishWords.ts': 'words of praise and blame that texts are searched for',
  'src/stories/facts.ts': 'names of numbers and months that texts are searched for',
  'src/text/galician.ts': 'words by which languages are told apart',
};

const FILES = globSync(['src/**/*.{ts,astro}', 'scripts/**/*.ts'], { cwd: ROOT }).filter(
  (path) => !NOT_FOR_PEOPLE.some((pattern) => pattern.test(path)),
);

function found(path: string): string[] {
  return sentencesIn(path, readFileSync(join(ROOT, path), 'utf8')).map(
    ({ line, text }) => `${path}:${line} ${text}`,
  );
}

test('no sentence for people stands outside src/i18n/', () => {
  expect(FILES.length).toBeGreaterThan(250);
  expect(FILES.filter((path) => !(path in EXCEPTIONS)).flatMap(found)).toEqual([]);
});

test.for(Object.keys(EXCEPTIONS))('%s is still an exception', (path) => {
  expect(found(path)).not.toEqual([]);
});

describe('a sentence is found', () => {
  test.for([
    ['in a string', "const a = 'The file is gone.';", 'The file is gone.'],
    ['that is a part of one', "fail('is not a pick');", 'is not a pick'],
    ['in Spanish', "const a = 'Falta el título';", 'Falta el título'],
    [
      'after a command',
      "const a = 'npm run check says what is wrong';",
      'npm run check says what is wrong',
    ],
    ['of two words', "const a = 'Correct it.';", 'Correct it.'],
    ['in a template', `const a = \`There is no \${a} here, \${b}.\`;`, 'There is no … here, ….'],
    ['in a template without values', 'const a = `Nothing to do.`;', 'Nothing to do.'],
    ['within a template', `const a = \`x\${b ? 'and so it is' : ''}\`;`, 'and so it is'],
    ['in an error that people see', "new CribaError('It is full.');", 'It is full.'],
  ] as const)('%s', ([, code, text]) => {
    expect(sentencesIn('a.ts', code)).toEqual([{ line: 1, text }]);
  });
  test('in a component: its script, its markup, its attributes, its client script', () => {
    const code = `---
const a = 'Words of the script';
---
<!-- a comment is no text -->
<p title="Words of an attribute">Words of the markup {a}</p>
<p>{a && \`Words of an \${a} expression\`}</p>
<style>.a { font: a b c; }</style>
<script>
alert('Words of the client');
</script>`;
    expect(sentencesIn('a.astro', code)).toEqual([
      { line: 2, text: 'Words of the script' },
      { line: 5, text: 'Words of an attribute' },
      { line: 5, text: 'Words of the markup' },
      { line: 6, text: 'Words of an … expression' },
      { line: 9, text: 'Words of the client' },
    ]);
  });
});

test.for([
  ['two words', "say('no answer');"],
  ['names of classes', `const a = 'is-error is-wide';`],
  ['an address', "const a = 'https://a.example/one two';"],
  ['SQL', "db.prepare('SELECT hash FROM bodies');"],
  ['a command line', "const a = 'npm run check -- --fix';"],
  ['a list of words', "const a = ('a an the ' + 'of in on').split(' ');"],
  ['the error of a caller', "throw new RangeError('a half-life is over 0');"],
] as const)('%s is no sentence', ([, code]) => {
  expect(sentencesIn('a.ts', code)).toEqual([]);
});
