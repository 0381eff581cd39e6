import type { Facts } from './facts.ts';

/** Share of two titles' other words that is one and the same, from which they are of one template. */
const TEMPLATE_SHARE = 0.6;
/** Share of the figures, or the names, of the shorter list that the other text must have too. */
const IN_COMMON = 0.5;

/**
 * Whether two texts that are alike cannot be copies, since they speak of different things: each has numbers, dates or
 * names that the other lacks. What only one of them has is no conflict: a copy was cut, or was given an agency's name.
 *
 * A figure of one title is missing where the other title lacks it, if the titles are of one template (`Pleno del 3 de
 * marzo`, `Pleno del 7 de abril`), and otherwise where the whole other text lacks it. A name is missing where the whole
 * other text lacks it, since copies are given new titles. Of the figures and names in the texts, half must be shared.
 */
export function areDifferent(a: Facts, b: Facts): boolean {
  return differInTitle(a, b) || differInText(a, b);
}

/**
 * Whether two texts report two events in one template: titles that differ in little but numbers, dates and names.
 * Titles in words of their own may well give other figures of one event.
 */
export function areOfOneTemplate(a: Facts, b: Facts): boolean {
  return haveOneTemplate(a, b) && areDifferent(a, b);
}

function differInTitle(a: Facts, b: Facts): boolean {
  const ofOneTemplate = haveOneTemplate(a, b);
  const [hereA, hereB] = ofOneTemplate ? [a.titleFigures, b.titleFigures] : [a.figures, b.figures];
  const onlyA = missing(a.titleFigures, hereB);
  const onlyB = missing(b.titleFigures, hereA);
  // A number and a month say different things: only figures of one kind can conflict.
  if (onlyA.some((one) => onlyB.some((other) => one[0] === other[0]))) return true;
  return missing(a.titleNames, b.terms).length > 0 && missing(b.titleNames, a.terms).length > 0;
}

function differInText(a: Facts, b: Facts): boolean {
  const figures = Math.min(a.figures.size, b.figures.size);
  if (figures > 0 && a.figures.intersection(b.figures).size < IN_COMMON * figures) return true;
  return lacksMost(a, b) && lacksMost(b, a);
}

function lacksMost({ names }: Facts, { terms }: Facts): boolean {
  return names.size > 1 && missing(names, terms).length > (1 - IN_COMMON) * names.size;
}

function haveOneTemplate({ frame: a }: Facts, { frame: b }: Facts): boolean {
  return 2 * a.intersection(b).size >= TEMPLATE_SHARE * (a.size + b.size);
}

function missing<T>(all: ReadonlySet<T>, from: ReadonlySet<T>): T[] {
  return [...all].filter((one) => !from.has(one));
}
