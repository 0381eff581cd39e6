import { webAddress } from '../../text/webAddress.ts';
import { attribute, elementsOf, isElement, type XmlElement } from './xmlElement.ts';
import { xmlText } from './xmlText.ts';

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/**
 * What stands inside an element, as HTML: names without prefixes, declarations of namespaces left out.
 * @param unwrap whether one `div` around everything is no part of it, as in Atom
 */
export function inlineMarkup(element: XmlElement, unwrap: boolean): string {
  return contents(unwrap ? unwrapped(element) : element, element.base, escapedMarkup(element));
}

function unwrapped(element: XmlElement): XmlElement {
  const [only, ...others] = elementsOf(element);
  const alone = only?.name === 'div' && others.length === 0;
  const bare = element.children.every((node) =>
    typeof node === 'string' ? node.trim() === '' : isElement(node) || node.cdata.trim() === '',
  );
  return alone && bare ? only : element;
}

/** Some publishers escape half of their markup: then text is markup as well. */
function escapedMarkup({ children }: XmlElement): boolean {
  return children.some(
    (node) => typeof node === 'string' && /&lt;\/?[a-z][a-z0-9]*(?:\s|\/?&gt;)/i.test(node),
  );
}

function contents(element: XmlElement, base: string | undefined, decode: boolean): string {
  let html = '';
  for (const node of element.children) {
    if (typeof node === 'string') html += decode ? xmlText(node) : node;
    else if (isElement(node)) html += tagged(node, base, decode);
    else html += node.cdata.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  }
  return html;
}

function tagged(element: XmlElement, base: string | undefined, decode: boolean): string {
  const { name } = element;
  const inside = contents(element, base, decode);
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return inside;
  const open = `<${name}${attributesOf(element, base)}>`;
  return VOID.has(name) && inside === '' ? open : `${open}${inside}</${name}>`;
}

function attributesOf(element: XmlElement, base: string | undefined): string {
  const { attributes } = element;
  let written = '';
  for (let at = 0; at < attributes.length; at += 2) {
    const name = attributes[at] ?? '';
    if (!/^[a-z][a-z0-9-]*$/.test(name) || name === 'xmlns') continue;
    // An element deep inside may have a base of its own; after this nobody could know.
    const moved =
      element.base !== base && (name === 'href' || name === 'src')
        ? webAddress(attribute(element, name) ?? '', element.base)?.replaceAll('&', '&amp;')
        : undefined;
    written += ` ${name}="${(moved ?? attributes[at + 1] ?? '').replaceAll('"', '&quot;')}"`;
  }
  return written;
}
