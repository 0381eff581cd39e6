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

  test('EBCDIC, which nobody publishes feeds in, is read as anything else that declares nothing', () => {
    expect(decodeText(Uint8Array.of(0x4c, 0x6f, 0xa7, 0x94, 0x93)).charset).toBe('windows-1252');
  });

  test('no bytes are no text', () => {
    expect(decodeText(new Uint8Array()).text).toBe('');
  });

  test('UTF-8 that claims to be Chinese, unless it is but a word', () => {
    const long =
      'El año que viene el agua también llegará a España, según explicó ayer José Muñoz en León';
    expect(decodeText(Buffer.from(long), 'text/xml; charset=gb2312')).toEqual({
      text: long,
      charset: 'utf-8',
    });
    expect(decodeText(iconv.encode('<t>水</t>', 'gb2312'), 'text/xml; charset=gb2312').text).toBe(
      '<t>水</t>',
    );
  });

  test.for(['iso-8859-1', 'us-ascii', 'windows-1252', 'gbk', 'utf-16', 'binary'])(
    'UTF-8 that declares itself, where the header says %s',
    (header) => {
      const text = '<?xml version="1.0" encoding="utf-8"?><t>España</t>';
      expect(decodeText(Buffer.from(text), `text/xml; charset=${header}`)).toEqual({
        text,
        charset: 'utf-8',
      });
    },
  );

  test.for(['gb2312', 'gbk', 'shift_jis', 'euc-kr', 'euc-jp', 'big5'])(
    'a word of UTF-8 that claims to be %s is not in the middle of another script',
    (name) => {
      const latin = `<?xml version="1.0" encoding="${name}"?><t>España</t>`;
      expect(decodeText(Buffer.from(latin)).text).toBe(latin);
      const chinese = `<?xml version="1.0" encoding="${name}"?><t>水源</t>`;
      expect(decodeText(Buffer.from(chinese)).text).toBe(chinese);
    },
  );

  test.for(['水', '没', '没有水'])('%s in its own encoding', (text) => {
    const bytes = iconv.encode(`<t>${text}</t>`, 'gb2312');
    expect(decodeText(bytes, 'text/xml; charset=gb2312').text).toBe(`<t>${text}</t>`);
  });

  test.for(['binary', 'hex', 'base64', 'base-64', 'HEX'])('%s is no encoding of text', (name) => {
    const text = '<t>mañana</t>';
    const contentType = `text/xml; charset=${name}`;
    expect(decodeText(Buffer.from(text), contentType)).toEqual({ text, charset: 'utf-8' });
    expect(decodeText(iconv.encode(text, 'win1252'), contentType)).toEqual({
      text,
      charset: 'windows-1252',
    });
    expect(decodeText(Buffer.from('<t/>'), contentType).charset).toBe('utf-8');
  });

  test('names that only feeds have', () => {
    const bytes = iconv.encode('<t>вода</t>', 'maccyrillic');
    expect(decodeText(bytes, 'text/xml; charset=x-mac-cyrillic').text).toBe('<t>вода</t>');
    expect(
      decodeText(iconv.encode('<t>água</t>', 'maccenteuro'), 'a/b; charset=MacLatin2').charset,
    ).toBe('maclatin2');
  });
});
