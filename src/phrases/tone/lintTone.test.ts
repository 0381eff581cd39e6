import { expect, test } from 'vitest';
import { ToneRules } from '../../model/desk/toneRules.ts';
import { lintTone } from './lintTone.ts';

const RULES = ToneRules.parse({});

/** Rule, line, column and the words as they stand in the Markdown. */
async function lint(markdown: string, language = 'es', rules = RULES): Promise<string[]> {
  const findings = await lintTone(markdown, rules, language);
  return findings.map(
    ({ rule, line, column, span }) =>
      `${rule} ${line}:${column} ${markdown.slice(span.start, span.end)}`,
  );
}

test.for([
  ['a paragraph', 'Hay sinergias.', ['sinergias 1:5 sinergias']],
  ['a later line', 'Uno.\n\nDos,\nsinergias y tres.', ['sinergias 4:1 sinergias']],
  [
    'over the end of a line',
    'Vamos a poner en\nvalor el río.',
    ['poner-en-valor 1:9 poner en\nvalor'],
  ],
  ['over emphasis', 'A poner **en _valor_** esto', ['poner-en-valor 1:3 poner **en _valor']],
  ['a link’s words', 'Hay [una sinergia](https://a.example).', ['sinergias 1:10 sinergia']],
  ['a heading', '# Sinergias', ['sinergias 1:3 Sinergias']],
  ['an item of a list', '- uno\n- sinergias', ['sinergias 2:3 sinergias']],
  ['after an entity', 'Pan &amp; agua y sinergias', ['sinergias 1:18 sinergias']],
  ['words that an entity begins', '&iexcl;Sinergi&aacute;s!', ['sinergias 1:8 Sinergi&aacute;s']],
  ['after an escape', 'Uno \\* dos \\_ y sinergias', ['sinergias 1:17 sinergias']],
  ['after a line that is set in', '- uno\n  dos\n  y sinergias', ['sinergias 3:5 sinergias']],
  ['in the text of an image', '![sinergias](a.png)', ['sinergias 1:3 sinergias']],
  ['a quotation', '> Hay sinergias.', []],
  ['a quotation in a list', '- uno\n  > sinergias', []],
  ['words in marks', 'Tachamos «sinergias», “sinergias” y "sinergias"', []],
  ['words between two that are in marks', '«Uno», sinergias y «dos»', ['sinergias 1:8 sinergias']],
  ['a table', '| a |\n| - |\n| sinergias |', []],
  ['inline code', 'Di `sinergias` no', []],
  ['words that code parts', 'Poner `x` en valor', []],
  ['a block of code', '```\nsinergias\n```', []],
  ['an address', 'Ve a https://a.example/sinergias ya', []],
  ['an address in angles', 'Ve a <https://a.example/sinergias> ya', []],
  ['an address of mail', 'Escribe a sinergias@a.example ya', []],
  ['an address behind words', 'Ve a [esto](https://a.example/sinergias)', []],
  ['raw HTML', '<p title="sinergias">\n\nUno', []],
  [
    'a paragraph that is excused',
    '<!--tone ignore-->\n\nSinergias.\n\nY sinergias.',
    ['sinergias 5:3 sinergias'],
  ],
  [
    'a rule that is excused',
    '<!--tone ignore sinergias-->\n\nPoner en valor sinergias.',
    ['poner-en-valor 3:1 Poner en valor'],
  ],
  [
    'what stands between',
    '<!--tone disable sinergias-->\n\nSinergias.\n\n<!--tone enable sinergias-->\n\nSinergias.',
    ['sinergias 7:1 Sinergias'],
  ],
  ['nothing', '', []],
] as const)('%s', async ([, markdown, expected]) => {
  expect(await lint(markdown)).toEqual(expected);
});

test('each language has its own rules, and a language without rules has none', async () => {
  const text = 'We leverage sinergias.';
  expect(await lint(text, 'es')).toEqual(['sinergias 1:13 sinergias']);
  expect(await lint(text, 'en-GB')).toEqual(['leverage 1:1 We leverage']);
  expect(await lint(text, 'fr')).toEqual([]);
});

test('rules for titles do not hold in texts', async () => {
  expect(await lint('¿Por qué sube el recibo?')).toEqual([]);
});
