import { decodeHTMLStrict } from 'entities/decode';

/** The longest name of an entity of HTML, and one for the semicolon. */
const LONGEST = 33;

/**
 * XML text with its references replaced: those of XML, the numeric ones and the named ones of HTML, which feeds use
 * without declaring them. What a document declares itself is left as it stands, and so is a bare ampersand.
 */
export function xmlText(raw: string): string {
  let at = raw.indexOf('&');
  if (at === -1) return raw;
  let text = '';
  let from = 0;
  while (at !== -1) {
    const end = referenceEnd(raw, at + 1);
    if (end === -1) {
      at = raw.indexOf('&', at + 1);
      continue;
    }
    text += raw.slice(from, at) + replacement(raw.slice(at + 1, end));
    from = end + 1;
    at = raw.indexOf('&', from);
  }
  return text + raw.slice(from);
}

/** Where the semicolon of a reference stands; -1 when what follows the ampersand is none. */
function referenceEnd(raw: string, start: number): number {
  const limit = Math.min(raw.length, start + LONGEST);
  for (let at = start; at < limit; at += 1) {
    const code = raw.charCodeAt(at);
    if (code === 0x3b) return at > start ? at : -1;
    const letter = code | 0x20;
    if (letter >= 0x61 && letter <= 0x7a) continue;
    if (code >= 0x30 && code <= 0x39) continue;
    if (code === 0x23 && at === start) continue;
    return -1;
  }
  return -1;
}

function replacement(name: string): string {
  switch (name) {
    case 'lt':
      return '<';
    case 'gt':
      return '>';
    case 'amp':
      return '&';
    case 'quot':
      return '"';
    case 'apos':
      return "'";
    default:
      return decodeHTMLStrict(`&${name};`);
  }
}
