/**
 * The file name of a candidate, a pick or a page: `<title in a-z0-9, at most 60>-<first 6 of id>`,
 * or `item-<6>` where no letter of the title survives. Fixed when the file is made.
 */
export function slug(title: string, id: string): string {
  return `${asciiWords(title) || 'item'}-${id.slice(0, 6)}`;
}

/** The words of a title in a-z0-9 with hyphens between them, at most 60 characters; empty where no letter survives. */
export function asciiWords(title: string): string {
  const ascii = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ø/g, 'o');
  const words = ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  if (words.length <= 60) return words;
  const cut = words.slice(0, 61);
  return (
    cut.lastIndexOf('-') > 20 ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, 60)
  ).replace(/-+$/, '');
}
