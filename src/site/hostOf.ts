/** Of an address, what people call the site: the host without `www.`. */
export function hostOf(url: string): string {
  return (URL.parse(url)?.hostname ?? url).replace(/^www\./, '');
}
