import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from './charset.ts';

const declared = (name: string) => `<?xml version="1.0" encoding="${name}"?><t>mañana €</t>`;
const plain = '<t>mañana</t>';

describe('the encoding of a feed', () => {
  test.for([
    ['UTF-8 that says nothing', plain, 'utf8', '', 'utf-8'],
    [
      'UTF-8 with a byte order mark',
      `\uFEFF${plain}`,
      'utf8',
      'text/xml; charset=iso-8859-1',
      'utf-8',
    ],
    ['UTF-8 that claims Latin 1 in its declaration', declared('iso-8859-1'), 'utf8', '', 'utf-8'],
    [
      'UTF-8 that claims Latin 1 in its header',
      plain,
      'utf8',
      'text/xml; charset=ISO-8859-1',
      'utf-8',
    ],
    ['windows-1252 that claims Latin 1', declared('iso-8859-1'), 'win1252', '', 'iso-8859-1'],
    ['windows-1252 that claims UTF-8', plain, 'win1252', 'text/xml; charset=utf-8', 'windows-1252'],
    ['windows-1252 that says nothing', plain, 'win1252', '', 'windows-1252'],
    [
      'a header before a declaration',
      declared('koi8-r').replace('€', ''),
      'win1252',
      'text/xml;charset="windows-1252"',
      'windows-1252',
    ],
    [
      'a declaration where the header is wrong',
      declared('windows-1252'),
      'win1252',
      'text/xml; charset=utf-8',
      'windows-1252',
    ],
    ['ISO-8859-15', declared('iso-8859-15'), 'iso885915', '', 'iso-8859-15'],
    ['an encoding that nobody knows', declared('bogus'), 'utf8', '', 'utf-8'],
    ['UTF-16 with a mark', `\uFEFF${plain}`, 'utf16le', '', 'utf-16le'],
    ['UTF-16 without a mark', plain, 'utf16le', '', 'utf-16le'],
    ['UTF-16 big-endian without a mark', plain, 'utf16be', '', 'utf-16be'],
    ['UTF-16 that claims UTF-8', declared('utf-8'), 'utf16be', '', 'utf-16be'],
    ['UTF-8 that claims UTF-16', declared('utf-16'), 'utf8', '', 'utf-8'],
    ['UTF-32 without a mark', plain, 'utf32le', '', 'utf-32le'],
    ['UTF-32 big-endian with a mark', `\uFEFF${plain}`, 'utf32be', '', 'utf-32be'],
    ['a code page of DOS', declared('cp850').replace('€', ''), 'cp850', '', 'cp850'],
  ] as const)('%s', ([, text, written, contentType, charset]) => {
    const bytes = iconv.encode(text, written, { addBOM: false });
    expect(decodeText(bytes, contentType)).toEqual({ text: text.replace('\uFEFF', ''), charset });
  });

  test('Japanese, Chinese and Russian by their declarations', () => {
    for (const [name, text] of [
      ['shift_jis', '水'],
      ['euc-jp', '水'],
      ['gb2312', '水'],
      ['big5', '水'],
      ['koi8-r', 'вода'],
    ] as const) {
      const document = `<?xml version="1.0" encoding="${name}"?><t>${text}</t>`;
      expect(decodeText(iconv.encode(document, name)).text).toBe(document);
    }
  });

  test('controls that only windows-1252 has a use for are read as such', () => {
    expect(decodeText(Buffer.from('don\u0092t', 'utf8')).text).toBe('don’t');
  });

  test('a byte order mark before JSON is no part of it', () => {
    expect(JSON.parse(decodeText(Buffer.from('\uFEFF{"a":1}')).text)).toEqual({ a: 1 });
  });

  test('no bytes are no text', () => {
    expect(decodeText(new Uint8Array()).text).toBe('');
  });
});
