/** Hosts that lead elsewhere, and the parameters in which they say where. */
const BY_PARAMETER: [RegExp, string[]][] = [
  [/^(?:www\.)?google\.[a-z.]{2,6}\/url$/, ['q', 'url']],
  [/^news\.google\.[a-z.]{2,6}\//, ['url']],
  [/^(?:m\.)?lm?\.facebook\.com\/l\.php$/, ['u']],
  [/^out\.reddit\.com\//, ['url']],
];

/** Copies of pages for telephones, kept by a search engine: the page's own address is their path. */
const BY_PATH = [
  /^(?:www\.)?google\.[a-z.]{2,6}\/amp\/(s\/)?(.+)$/,
  /^[^/]+\.cdn\.ampproject\.org\/[a-z](?:\/[a-z])?\/(s\/)?(.+)$/,
];

const KNOWN = /(?:google\.[a-z.]{2,6}|facebook\.com|reddit\.com|ampproject\.org)$/;

/**
 * Where an address leads that is a redirector's of a search engine or a network, read from the address itself; any
 * other comes back as it is. At most three such wrappings are undone.
 */
export function unwrapped(url: URL, left = 3): URL {
  if (left === 0 || !KNOWN.test(url.hostname)) return url;
  const target = inParameter(url) ?? inPath(url);
  return target === undefined ? url : unwrapped(target, left - 1);
}

function inParameter(url: URL): URL | undefined {
  const names = BY_PARAMETER.find(([shape]) => shape.test(url.hostname + url.pathname))?.[1] ?? [];
  return names.map((name) => URL.parse(url.searchParams.get(name) ?? '')).find(isWeb);
}

function inPath({ hostname, pathname, search }: URL): URL | undefined {
  for (const shape of BY_PATH) {
    const [, secure, place] = shape.exec(hostname + pathname) ?? [];
    if (place === undefined || !/^[^/]+\.[^/]+/.test(place)) continue;
    const target = URL.parse(`${secure === undefined ? 'http' : 'https'}://${place}${search}`);
    if (isWeb(target)) return target;
  }
  return undefined;
}

function isWeb(url: URL | null): url is URL {
  return url?.protocol === 'https:' || url?.protocol === 'http:';
}
