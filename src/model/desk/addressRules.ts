import { z } from 'astro/zod';
import { expects } from './expects.ts';

/** Parameters that name a page on most sites: no rule may drop them everywhere. */
const NAMING = ['id', 'p', 'v', 'q', 'page', 'story', 'article'];

/** A parameter's name; with `*` at its end, every name that begins so. Upper and lower case are one. */
const Parameter = z
  .string()
  .regex(/^(?:[a-z0-9_.~-]+|[a-z0-9_.~-]{2,}\*)$/i, expects('expects/parameter', {}));

const Droppable = Parameter.refine(
  (written) => !NAMING.some((name) => covers(written, name)),
  expects('expects/droppable', { names: NAMING }),
);

/** A host as in an address; it speaks for all that end in it: `water.example` for `news.water.example` too. */
const Host = z
  .string()
  .refine(
    (host) => /^[^\s/:?#@\\]+\.[^\s/:?#@\\]+$/.test(host) && URL.canParse(`https://${host}`),
    expects('expects/host', {}),
  );

/**
 * `rules/addresses.md`: which parameters of a web address say where a reader came from and not what the page is. Two
 * addresses that differ in nothing else are one item. What a key leaves out is as given here; where a key stands in the
 * file, its list is the whole list. Decisions outlive any change: addresses are compared by the rules of the day.
 */
export const AddressRules = z.strictObject({
  /** dropped always */
  drop: z
    .array(Droppable)
    .default(
      (
        'utm_* at_* pk_* piwik_* mtm_* matomo_* hsa_* guce_* ns_* fbclid gclid dclid gbraid wbraid msclkid yclid ' +
        'twclid ttclid igshid igsh mc_cid mc_eid mkt_tok _hsenc _hsmi vero_id oly_enc_id oly_anon_id wickedid srsltid ' +
        'amp amp_* usqp spm ncid ocid cmpid cmp intcmp icid smid smtyp emc partner track feedtype feedname rss ftag ito xtor ' +
        'guccounter ref_src ref_url s_cid sr_share soc_src soc_trk taid trk trkcampaign _ga _gl wt_mc mbid cid ' +
        'outputtype via share shared'
      ).split(' '),
    ),
  /** dropped where the value names one of `origins`: `ref=newsletter`, and not `ref=12` */
  ambiguous: z.array(Droppable).default(['ref', 'source', 'src', 'from', 'feature']),
  /** words that a value says when it tells where a reader came from: feeds, networks, letters */
  origins: z
    .array(z.string().regex(/^[a-z]+$/i, expects('expects/origin', {})))
    .default(
      (
        'rss feed feeds atom twitter facebook fb linkedin mastodon bluesky telegram whatsapp social newsletter hn ' +
        'hackernews reddit email mail'
      ).split(' '),
    ),
  /** by host: parameters that stay there, since there they do say what the page is */
  keep: z.record(Host, z.array(Parameter)).default({}),
});
export type AddressRules = z.infer<typeof AddressRules>;

/** What holds where a desk has no `rules/addresses.md`. */
export const DEFAULT_ADDRESS_RULES: AddressRules = AddressRules.parse({});

function covers(written: string, name: string): boolean {
  const low = written.toLowerCase();
  return low.endsWith('*') ? name.startsWith(low.slice(0, -1)) : low === name;
}
