import fc from 'fast-check';

/**
 * Lines that people and feeds write, and that parsers of Markdown have fallen out over. Each `W` stands for a word of its
 * own.
 */
const LINES = [
  ...['', '  ', 'W', 'W W', 'W  ', 'W\\', '   W', '    W', '\tW', 'W**', '**W**', '**W', '~~W~~'],
  // Quotations: with and without a blank, one in another, set in, escaped, behind blanks that are none to Markdown.
  ...['>', '> ', '> W', '>W', '  > W', '   > W', '    > W', '     > W', '\t> W', '>\tW', '>\t\tW'],
  ...['> > W', '>> W', '>\t> W', '>     W', '\\> W', '&gt; W', '> **W', '> `W', '> W  ', '> W\\'],
  ...['\u00a0> W', '\u3000> W', '\u2028> W', '\u000b> W', '\f> W', '>\u00a0W', '> [!NOTE]'],
  // Lists, and quotations in them.
  ...['-', '*', '* ', '- W', '+ W', '1. W', '2. W', '  - W', '- [ ] W', '- - > W', '> - W'],
  ...['- > W', '1. > W', '10) > W', '-   > W', '-\t> W', '- \t> W', '    - > W', '- [x] > W'],
  ...['> 1. > W', '> \t- W'],
  // Headings, thematic breaks, and what is either.
  ...['# W', '#W', '> # W', '---', '> ---', '***', '===', '> ==='],
  // Code, and what begins it.
  ...['```', '   ```', '> ```', '`````', '~~~', '`W', 'W`', '> `W'],
  // Raw HTML of every kind, ended and not, and text that looks like it.
  ...['<div>', '</div>', '<div>W', '> <div>W', '<b>W</b>', '<pre>', '</pre>', '<script>'],
  ...[
    '</script>',
    '<!-- W',
    'W -->',
    '> <!--',
    '<?php',
    '?>',
    '<![CDATA[',
    ']]>',
    '<a href="',
    '">',
  ],
  // Tables.
  ...['| W | W |', '| - | - |', '> | W | W |', '> | - | - |', '|W', '> |W', '---|---', '> ---|---'],
  // Links, images, definitions and footnotes.
  ...[
    '[W]: https://x.example/',
    '> [W]: https://x.example/',
    '[W]:',
    '> [W]:',
    '[^W]: W',
    'W [^W]',
  ],
  ...['![W](x)', '> ![W](https://x.example/a)', '<https://x.example/>', 'https://x.example/W'],
  // What other dialects obey.
  ...['$$', '+++', ':::', '%%', ': W', '==W==', 'W\u0000W'],
];

/** Markdown bodies of a few lines, every word of them its own: `w0x`, `w1x`, and so on. */
export const arbitraryMarkdown = fc
  .tuple(
    fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 9 }),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
  )
  .map(([lines, end]) => {
    let words = 0;
    return lines.join(end).replace(/W/g, () => `w${words++}x`);
  });

/** The words of such a body. */
export const WORD = /w\d+x/g;
