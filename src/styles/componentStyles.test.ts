import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';

/** An Astro file, by what a rule about styles asks of it. */
interface Styled {
  file: string;
  /** the name of its class: `PickCard.astro` has `pick-card` */
  root: string;
  template: string;
  /** the opening tag of its styles; empty if it has none */
  tag: string;
  css: string;
}

const SOURCE = new URL('../', import.meta.url);
const components = styledFiles('components/*.astro');
const pages = styledFiles('{pages,team}/**/*.astro');

function styledFiles(pattern: string): Styled[] {
  return globSync(pattern, { cwd: SOURCE }).map((file) => {
    const text = readFileSync(new URL(encodeURI(file), SOURCE), 'utf8');
    const [, template = '', tag = '', css = ''] =
      /^---\n[\s\S]*?\n---\n([\s\S]*?)(?:(<style[^>]*>)([\s\S]*)<\/style>\s*)?$/.exec(text) ?? [];
    return { file, root: kebab(basename(file, '.astro')), template, tag, css };
  });
}

function kebab(name: string): string {
  return name.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();
}

/** Every selector of a style sheet, those within `@layer`, `@media` and `@container` too. */
function selectorsOf(css: string): string[] {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{/g);
  return Array.from(rules, ([, head = '']) => head.trim())
    .filter((head) => !head.startsWith('@'))
    .flatMap((head) => head.split(/,(?![^(]*\))/))
    .map((selector) => selector.trim());
}

test('there are components and pages to look at', () => {
  expect(components.length).toBeGreaterThan(30);
  expect(pages.filter(({ css }) => css !== '').length).toBeGreaterThan(8);
});

describe.for(components)('$file', ({ root, template, css }) => {
  test('has one root element, whose class is the name of the file', () => {
    const [opening = ''] = /<[a-z][^>]*>/.exec(template) ?? [];
    expect(opening).toMatch(new RegExp(`class(?:=["{]|:list=)[^>]*\\b${root}(?![\\w-])`));
  });

  test('styles what is its own: every selector begins with its class', () => {
    const own = new RegExp(`^\\.${root}(?![\\w])`);
    expect(selectorsOf(css).filter((selector) => !own.test(selector))).toEqual([]);
  });

  test('names no other component, in what a program or Markdown puts into it either', () => {
    const others = components.map((other) => other.root).filter((other) => other !== root);
    const foreign = selectorsOf(css).filter((selector) =>
      others.some((other) => new RegExp(`\\.${other}(?![\\w-])`).test(selector)),
    );
    expect(foreign).toEqual([]);
  });
});

describe.for([...components, ...pages].filter(({ css }) => css !== ''))('$file', ({ tag, css }) => {
  test('has its styles scoped, and in the layer of components', () => {
    expect(tag).toBe('<style>');
    expect(css).toMatch(/^\s*@layer components \{[\s\S]*\n\}\s*$/);
    expect(selectorsOf(css).filter((selector) => selector.startsWith(':global'))).toEqual([]);
  });
});
