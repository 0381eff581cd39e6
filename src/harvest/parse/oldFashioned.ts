const BASE64 =
  /(<(?:[\w.-]+:)?[a-z]+(?=[^<>]*\smode\s*=\s*["']base64["'])[^<>]*>)([A-Za-z0-9+/=\s]+)(?=<\/)/gi;
const FULL_ITEM = /(<\/?)(?:[\w.-]+:)?fullitem(?=[\s>])[^<>]*>/gi;
const XHTML_BODY =
  /<(?:xhtml:body|body\s[^<>]*http:\/\/www\.w3\.org\/1999\/xhtml)[^<>]*>([\s\S]*?)<\/(?:xhtml:)?body\s*>/gi;

/**
 * Rewrites what feeds of twenty years ago do and today's parsers pass over: `mode="base64"` of Atom 0.3, `fullitem` and
 * an XHTML `body` in RSS items become what has taken their place.
 */
export function modernised(text: string): string {
  let modern = text;
  if (/\smode\s*=\s*["']base64/i.test(text)) {
    modern = modern.replace(BASE64, (_, tag: string, code: string) => {
      return tag + escaped(Buffer.from(code, 'base64').toString('utf8'));
    });
  }
  if (/<rss[\s>]/i.test(text)) {
    if (/fullitem[\s>]/i.test(text)) modern = modern.replace(FULL_ITEM, '$1content:encoded>');
    if (/<xhtml:body|<body\s+xmlns/i.test(text)) {
      modern = modern.replace(
        XHTML_BODY,
        (_, inner: string) => `<content:encoded>${escaped(inner)}</content:encoded>`,
      );
    }
  }
  return modern;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
