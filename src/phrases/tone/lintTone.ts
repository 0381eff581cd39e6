import remarkMessageControl from 'remark-message-control';
import remarkRetext from 'remark-retext';
import retextEnglish from 'retext-english';
import retextLatin from 'retext-latin';
import { type Processor, unified } from 'unified';
import { exactText } from '../../markdown/exactText.ts';
import { parseMarkdown } from '../../markdown/parseMarkdown.ts';
import type { ToneRules } from '../../model/desk/toneRules.ts';
import { primarySubtag } from '../../text/primarySubtag.ts';
import type { ToneFinding } from './findTone.ts';
import { retextTone } from './retextTone.ts';

/** A finding of tone in Markdown: `line` and `column` of its first word, from 1; `span` is a place in the Markdown. */
export interface ToneLint extends ToneFinding {
  line: number;
  column: number;
}

/**
 * Lints the tone of Markdown that somebody of the desk has written. It skips quotations, in a block or between marks, since
 * they are the words of others; tables, since they are data; code, addresses and raw HTML.
 * `<!--tone ignore-->` before a paragraph excuses it, and `<!--tone disable rule-->` and `<!--tone enable rule-->` what
 * stands between; both may name rules.
 * @param language of the text: that of the pick, or of the slot's channel
 */
export async function lintTone(
  markdown: string,
  rules: ToneRules,
  language: string,
): Promise<ToneLint[]> {
  const parser = primarySubtag(language) === 'en' ? retextEnglish : retextLatin;
  const found = new Map<object, ToneFinding>();
  const prose = unified().use(parser).use(retextTone, { rules, language, found });
  const file = await unified()
    .use(asPagesRead)
    .use(exactText)
    .use(remarkRetext, prose, { ignore: ['blockquote'] })
    .use(remarkMessageControl, { name: 'tone' })
    .use(withoutOutput)
    .process(markdown);
  return file.messages
    .flatMap((message) => {
      const finding = found.get(message);
      const { line = 1, column = 1 } = message;
      return finding ? [{ ...finding, line, column }] : [];
    })
    .sort((a, b) => a.span.start - b.span.start);
}

/** A page must not show as ours what this passes over as a quotation, so one grammar reads for both. */
function asPagesRead(this: Processor): void {
  this.parser = parseMarkdown;
}

/** Only the messages are wanted. */
function withoutOutput(this: Processor): void {
  this.compiler = () => '';
}
