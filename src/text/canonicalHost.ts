/** A host as all its variants share it: without a dot at its end, `www.`, `m.`, `mobile.` and `amp.` */
export function canonicalHost(hostname: string): string {
  const host = hostname.replace(/\.+$/, '');
  const bare = host.replace(/^(?:www\d?|m|mobile|amp)\./, '');
  return bare !== host && bare.includes('.') ? canonicalHost(bare) : host;
}
