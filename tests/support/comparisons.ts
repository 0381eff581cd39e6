import { Parser } from 'htmlparser2';
import iconv from 'iconv-lite';
import { visibleText } from '../../src/text/visibleText.ts';

/** A title is one line of plain text: what a reader would see of the expected one, or that itself where it is plain. */
export function sameLine(ours: string | undefined, expected: unknown): boolean {
  const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const wanted = String(expected ?? '');
  return plain(ours ?? '') === plain(wanted) || plain(ours ?? '') === visibleText(wanted);
}

export function sameLanguage(ours: string | undefined, expected: unknown): boolean {
  const plain = (language: string) => language.toLowerCase().replaceAll('_', '-');
  return plain(ours ?? '') === plain(String(expected ?? ''));
}

/** Addresses are written alike where a browser would go to the same place. */
export function sameAddress(ours: string | undefined, expected: unknown): boolean {
  return ours === URL.parse(String(expected))?.href;
}

export function sameMoment(ours: string | undefined, expected: unknown): boolean {
  return ours !== undefined && Date.parse(ours) / 1000 === expected;
}

/** The same tags, attributes and texts, whatever their white space, entities and quotes. */
export function sameMarkup(ours: string, expected: unknown): boolean {
  return canonical(ours) === canonical(String(expected ?? ''));
}

/** The same words and the same links for a reader, whatever else is in the markup: Criba sanitises later. */
export function sameSight(ours: string, expected: unknown): boolean {
  const wanted = String(expected ?? '');
  const links = linksIn(ours);
  return (
    visibleText(ours) === visibleText(wanted) &&
    linksIn(wanted).every((link) => links.includes(link))
  );
}

/** Where the links of a text lead that a sanitiser would leave. */
function linksIn(html: string): string[] {
  return [...canonical(html).matchAll(/ href="(https?:[^"]*)"/g)].map(([, link = '']) => link);
}

function canonical(html: string): string {
  let out = '';
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const written = Object.entries(attributes)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, value]) => ` ${key}="${value.trim()}"`);
      out += `<${name}${written.join('')}>`;
    },
    ontext: (text) => {
      out += text;
    },
    onclosetag: (name, implied) => {
      if (!implied) out += `</${name}>`;
    },
  });
  parser.end(html);
  return out
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/> | </g, (piece) => piece.trim())
    .trim();
}

/** Names of encodings are alike where they read these bytes alike. */
export function sameDecoding(bytes: Uint8Array, ours: string, expected: string): boolean {
  if (ours.toLowerCase() === expected.toLowerCase()) return true;
  const read = (name: string) =>
    iconv.encodingExists(name) ? iconv.decode(Buffer.from(bytes), name) : undefined;
  return read(ours) !== undefined && read(ours) === read(expected);
}
