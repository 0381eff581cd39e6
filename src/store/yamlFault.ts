import type { ErrorCode, YAMLError } from 'yaml';
import type { HeaderFinding } from './headerProblem.ts';
import { tooDeep } from './headerRefusals.ts';

/** Errors of the YAML library that a sentence of ours explains in full. */
const OURS = {
  BAD_ALIAS: 'header/bad-alias',
  BAD_DQ_ESCAPE: 'header/bad-dq-escape',
  BAD_INDENT: 'header/bad-indent',
  BAD_SCALAR_START: 'header/bad-scalar-start',
  BLOCK_AS_IMPLICIT_KEY: 'header/block-as-implicit-key',
  DUPLICATE_KEY: 'header/duplicate-key',
  MISSING_CHAR: 'header/missing-char',
  MULTILINE_IMPLICIT_KEY: 'header/multiline-implicit-key',
  TAB_AS_INDENT: 'header/tab-as-indent',
} as const satisfies { [C in ErrorCode]?: Coded<C> };

/** The others, which are rare or say in each case something else: the sentence quotes the library. */
const QUOTED = {
  ALIAS_PROPS: 'header/alias-props',
  BAD_COLLECTION_TYPE: 'header/bad-collection-type',
  BAD_DIRECTIVE: 'header/bad-directive',
  BAD_PROP_ORDER: 'header/bad-prop-order',
  BLOCK_IN_FLOW: 'header/block-in-flow',
  IMPOSSIBLE: 'header/impossible',
  KEY_OVER_1024_CHARS: 'header/key-over-1024-chars',
  MULTIPLE_ANCHORS: 'header/multiple-anchors',
  MULTIPLE_DOCS: 'header/multiple-docs',
  MULTIPLE_TAGS: 'header/multiple-tags',
  NON_STRING_KEY: 'header/non-string-key',
  TAG_RESOLVE_FAILED: 'header/tag-resolve-failed',
  UNEXPECTED_TOKEN: 'header/unexpected-token',
} as const satisfies {
  [C in Exclude<ErrorCode, keyof typeof OURS | 'RESOURCE_EXHAUSTION'>]: Coded<C>;
};

/** `BAD_INDENT` as `header/bad-indent`. */
type Coded<C extends string> = `header/${Kebab<Lowercase<C>>}`;
type Kebab<S extends string> = S extends `${infer A}_${infer B}` ? `${A}-${Kebab<B>}` : S;

/** What the YAML library found wrong with a header. */
export function yamlFault({ code, message }: YAMLError): HeaderFinding {
  // It runs out of stack where brackets nest by the thousand.
  if (code === 'RESOURCE_EXHAUSTION') return tooDeep();
  if (isOurs(code)) return { code: OURS[code], values: {} };
  return { code: QUOTED[code], values: { said: message.replace(/\.$/, '') } };
}

function isOurs(code: ErrorCode): code is keyof typeof OURS {
  return code in OURS;
}
