import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from './charset.ts';

const TEXT =
  '<t>La campaña contra la sequía empezará mañana en León y en Cádiz, según José Muñoz</t>';
const whole = Buffer.from(TEXT);
const at = whole.indexOf('contra');
const broken = Buffer.concat([whole.subarray(0, at), Buffer.from([0xff]), whole.subarray(at)]);
const cut = Buffer.from('<t>mañana ñ').subarray(0, -1);
const declared = (bytes: Uint8Array) =>
  Buffer.concat([Buffer.from('<?xml version="1.0" encoding="utf-8"?>'), bytes]);

describe('UTF-8 that is damaged stays UTF-8', () => {
  test.for([
    ['one byte', broken, ''],
    ['one byte, declared', declared(broken), ''],
    ['one byte, claimed as Latin 1', broken, 'text/xml; charset=iso-8859-1'],
    ['one byte, claimed as something Chinese', broken, 'text/xml; charset=gbk'],
  ] as const)('%s', ([, bytes, contentType]) => {
    const { text, charset } = decodeText(bytes, contentType);
    expect(text.replace(/<\?.*?\?>/, '')).toBe(TEXT.replace('contra', '\uFFFDcontra'));
    expect(charset).toBe('utf-8');
  });

  test('at its end, in the middle of a character', () => {
    expect(decodeText(cut)).toEqual({ text: '<t>mañana ', charset: 'utf-8' });
    expect(decodeText(declared(cut)).text).toMatch(/mañana $/);
  });

  test('with surrogates in three bytes each', () => {
    const bytes = Buffer.concat([
      Buffer.from('<t>año '),
      Buffer.from([0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]),
      Buffer.from(' fin</t>'),
    ]);
    expect(decodeText(bytes)).toEqual({ text: '<t>año 😀 fin</t>', charset: 'utf-8' });
  });

  test('a surrogate alone is damage', () => {
    const bytes = Buffer.concat([whole, Buffer.from([0xed, 0xa0, 0xbd]), Buffer.from('fin')]);
    expect(decodeText(declared(bytes)).text).toMatch(/\/t>\uFFFD+fin$/);
  });
});

test.for([
  ['windows-1252', TEXT],
  ['windows-1252', '<t>año'],
  ['windows-1251', '<t>Городская вода снова пригодна для питья, сообщает управление</t>'],
] as const)('%s that says that it is UTF-8 is none', ([name, text]) => {
  const bytes = iconv.encode(text, name);
  expect(decodeText(bytes, 'text/xml; charset=utf-8')).toEqual({ text, charset: name });
});
