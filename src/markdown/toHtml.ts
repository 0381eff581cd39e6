import type { Element, ElementContent } from 'hast';
import { defineHastPlugin, type HastVisitorContext, markdownToHtml } from 'satteri';
import { FEATURES } from './parseMarkdown.ts';

/** Whose words a quotation is, and where they stand. */
export interface Attribution {
  /** the words before the name, in the page's language: `Fuente:` */
  label: string;
  title: string;
  url: string;
  /** of the quoted words */
  lang?: string;
}

export interface ToHtmlOptions {
  /** said under every quotation */
  attribution?: Attribution;
  /** level of the first heading, 2 to 6 */
  level?: number;
}

/**
 * Safe HTML of untrusted Markdown: raw HTML stays text that a reader sees, only http, https and mailto links are
 * links, no image is loaded, and nothing can run. A quotation without a word is left out. Headings begin at `h2` unless
 * `level` says otherwise, since the page has its own `h1`.
 * @see https://spec.commonmark.org/
 */
export function toHtml(markdown: string, { attribution, level = 2 }: ToHtmlOptions = {}): string {
  const { html } = markdownToHtml(markdown, {
    features: FEATURES,
    hastPlugins: [
      textOnly,
      honestLinks,
      withoutEmptyQuotations,
      ...(level > 2 ? [headingsFrom(level)] : []),
      ...(attribution ? [attributed(attribution)] : []),
    ],
  });
  return html;
}

/** What a link may begin with. */
const LINKABLE = /^(?:https?|mailto):/i;

const textOnly = defineHastPlugin({
  name: 'text-only',
  raw(node, context) {
    const text = { type: 'text' as const, value: node.value };
    const parent = context.parent(node);
    const block =
      parent.type === 'root' || (parent.type === 'element' && parent.tagName === 'blockquote');
    context.replaceNode(node, block ? tag('p', [text]) : text);
  },
  element: {
    filter: ['h1', 'img', 'input', 'td', 'th'],
    visit(element, context) {
      const { tagName, properties, children } = element;
      if (tagName === 'h1') context.replaceNode(element, tag('h2', [...children]));
      else if (tagName === 'img') replaceByText(properties.alt);
      else if (tagName === 'input') replaceByText(properties.checked ? '☑' : '☐');
      // A column's alignment comes as a style, which the site's policy refuses.
      else if (properties.style) context.setProperty(element, 'style', null);

      function replaceByText(value: unknown): void {
        context.replaceNode(element, { type: 'text', value: String(value ?? '') });
      }
    },
  },
});

// A pass of its own: what replaces a link must already be harmless, for its children are not visited again.
const honestLinks = defineHastPlugin({
  name: 'honest-links',
  element: {
    filter: ['a'],
    visit(element, context) {
      const href = String(element.properties.href ?? '');
      if (LINKABLE.test(href)) context.setProperty(element, 'rel', 'noopener');
      else context.replaceNode(element, [...element.children]);
    },
  },
});

// After the passes that put text where there was none: what is left empty is what was shortened to nothing.
const withoutEmptyQuotations = defineHastPlugin({
  name: 'without-empty-quotations',
  element: {
    filter: ['blockquote'],
    visit(element, context) {
      if (context.textContent(element).trim() === '') context.removeNode(element);
    },
  },
});

/** Moves headings down, the deepest ones staying at `h6`. */
function headingsFrom(first: number) {
  return defineHastPlugin({
    name: 'headings-from',
    element: {
      filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
      visit(element, context) {
        const level = Math.min(6, Number(element.tagName.slice(1)) + first - 2);
        context.replaceNode(element, tag(`h${level}`, [...element.children]));
      },
    },
  });
}

function attributed({ label, title, url, lang }: Attribution) {
  const link = LINKABLE.test(url)
    ? tag('a', [{ type: 'text', value: title }], { href: url, rel: ['noopener'] })
    : tag('span', [{ type: 'text', value: title }]);
  const caption = tag('figcaption', [{ type: 'text', value: `${label} ` }, link]);
  return defineHastPlugin({
    name: 'attributed',
    element: {
      filter: ['blockquote'],
      visit(element, context) {
        if (isQuoted(element, context)) return;
        context.setProperty(element, 'dir', 'auto');
        if (lang !== undefined) context.setProperty(element, 'lang', lang);
        context.wrapNode(element, tag('figure', [caption], { class: 'quotation' }));
      },
    },
  });
}

/** Whether an element stands inside a quotation, which says for both whose words they are. */
function isQuoted(element: Readonly<Element>, context: HastVisitorContext): boolean {
  for (let node = context.parent(element); node.type === 'element'; node = context.parent(node)) {
    if (node.tagName === 'blockquote') return true;
  }
  return false;
}

function tag(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children };
}
