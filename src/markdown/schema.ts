import type { Options } from 'rehype-sanitize';

/** What of a publisher's HTML survives: prose, lists, quotations, code, tables, http(s) links. */
export const SCHEMA: Options = {
  tagNames: (
    'a abbr b blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd li ' +
    'mark ol p pre q s samp section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var'
  ).split(' '),
  attributes: {
    a: ['href', 'title'],
    code: [['className', /^language-[\w+#-]{1,30}$/]],
    ol: ['start'],
    td: ['align'],
    th: ['align'],
  },
  protocols: { href: ['http', 'https'] },
  ancestors: {
    li: ['ol', 'ul'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  strip: (
    'script style noscript template svg math iframe object embed applet head title select textarea canvas audio video ' +
    'form button noembed noframes plaintext xmp'
  ).split(' '),
  allowComments: false,
  allowDoctypes: false,
};
