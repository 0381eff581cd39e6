/** Parameters of a web address that say where a reader came from and not what the page is. */
export const TRACKING_NAMES: ReadonlySet<string> = new Set(
  (
    'fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh mc_cid mc_eid mkt_tok _hsenc _hsmi ' +
    'vero_id oly_enc_id oly_anon_id wickedid srsltid spm ncid ocid cmpid cmp intcmp icid smid smtyp emc partner ' +
    'track feedtype feedname rss ftag ito xtor guccounter ref_src ref_url s_cid sr_share soc_src soc_trk taid trk ' +
    'trkcampaign _ga _gl wt_mc mbid cid outputtype via share shared'
  ).split(' '),
);

export const TRACKING_PREFIXES = [
  'utm_',
  'at_',
  'pk_',
  'piwik_',
  'mtm_',
  'matomo_',
  'hsa_',
  'guce_',
  'ns_',
] as const;

/** Parameters that are tracking only where their value names a feed, a network or a letter. */
export const REFERRER_NAMES: ReadonlySet<string> = new Set([
  'ref',
  'source',
  'src',
  'from',
  'feature',
]);
export const REFERRER_VALUE =
  /(?:^|[^a-z])(?:rss|feeds?|atom|twitter|facebook|fb|linkedin|mastodon|bluesky|telegram|whatsapp|social|newsletter|hn|hackernews|reddit|e?mail)(?:$|[^a-z])/i;
