import type { CodedClause, Nothing, OneOf } from './clause.ts';

/** A value of a header as it is written there, at most 60 characters; or what it is. */
type Shown = string | CodedClause<'shown/empty' | 'shown/key' | 'shown/list' | 'shown/mapping'>;

/** What the YAML library says, where no sentence of ours says it better. */
interface Said {
  said: string;
}

/** Words that break a rule of tone, the rule, and what to write instead: the desk's own words, or the category's. */
interface Tone {
  words: string;
  rule: string;
  advice: string | CodedClause;
}

/** The other files that are the same. */
interface Others {
  others: readonly string[];
}

type Place = 'place/dated' | 'place/flat';

/** What the sentence of each finding needs, by code; see `FaultValues`. */
export interface FindingValues {
  'candidate/already-picked': { path: string };
  'candidate/decided-twice': { decision: string; other: string; otherDecision: string };
  'candidate/nameless-pick': { path: string; id: string };
  'candidate/path-taken': { path: string };
  'candidate/same-item': { other: string; decision: string };
  'closed/touched': Nothing;
  'closed/unreadable': Nothing;
  'desk/no-audience': Nothing;
  'desk/not-a-folder': Nothing;
  'desk/unknown-folder': { folder: string; known: readonly string[]; near?: string | undefined };
  'file/byte-order-mark': Nothing;
  'file/case-twin': Others;
  'file/folder': { place: CodedClause<Place> };
  'file/header-not-closed': Nothing;
  'file/header-too-large': { kib: number };
  'file/name': { name: string };
  'file/no-header': Nothing;
  'file/not-markdown': Nothing;
  'file/not-utf8': Nothing;
  'file/same-address': Others;
  'file/same-id': Others;
  'file/same-name': Others;
  'file/symbolic-link': Nothing;
  'file/too-large': { mib: number };
  'header/alias': Nothing;
  'header/alias-props': Said;
  'header/anchor': Nothing;
  'header/bad-alias': Nothing;
  'header/bad-collection-type': Said;
  'header/bad-directive': Said;
  'header/bad-dq-escape': Nothing;
  'header/bad-indent': Nothing;
  'header/bad-prop-order': Said;
  'header/bad-scalar-start': Nothing;
  'header/block-as-implicit-key': Nothing;
  'header/block-in-flow': Said;
  'header/duplicate-key': Nothing;
  'header/impossible': Said;
  'header/key-over-1024-chars': Said;
  'header/merge-key': Nothing;
  'header/missing-char': Nothing;
  'header/multiline-implicit-key': Nothing;
  'header/multiple-anchors': Said;
  'header/multiple-docs': Said;
  'header/multiple-tags': Said;
  'header/non-string-key': Said;
  'header/not-a-mapping': Nothing;
  'header/tab-as-indent': Nothing;
  'header/tag': Nothing;
  'header/tag-resolve-failed': Said;
  'header/too-deep': { levels: number };
  'header/too-many-keys': { keys: number; read: number };
  'header/unexpected-token': Said;
  'key/missing': { key: string; name: string };
  'key/not-one-of': { key: string; value: Shown; allowed: OneOf; near?: string | undefined };
  'key/not-right': { key: string; value: Shown; reason: CodedClause };
  'key/too-big': { key: string; value: Shown; bound: CodedClause };
  'key/too-small': { key: string; value: Shown; bound: CodedClause };
  'key/unknown': { key: string; near?: string | undefined };
  'key/wrong-form': { key: string; value: Shown; form: CodedClause };
  'key/wrong-kind': { key: string; value: Shown; kind: CodedClause; remedy: CodedClause };
  'ledger/not-json': Nothing;
  'ledger/unknown-key': { key: string; near?: string | undefined };
  'ledger/unknown-what': { what: string; known: readonly string[] };
  'name/example': { reason: CodedClause };
  'pick/dropped': { line: string; id: string };
  'pick/no-id': { candidate: string; id: string };
  'pick/undecided': { folder: string };
  'reference/unknown': { key: string; name: string; folder: string; near?: string | undefined };
  'rule/another-source': { source: string };
  'rule/example-hit': { by?: CodedClause | undefined };
  'rule/example-not-hit': { language: string };
  'rule/phrase-unreadable': { reason: CodedClause };
  'rule/word-says-nothing': { word: string };
  'rules/unknown': { folder: string; known: readonly string[]; near?: string | undefined };
  'score/does-not-add-up': { score: number; sum: number };
  'slot/no-id': Nothing;
  'slot/same-id': Others;
  'source/feed-address': { feed: string };
  'source/path-outside': { feed: string };
  'title/blank': Nothing;
  'tone/clickbait': Tone;
  'tone/example': { reason: CodedClause };
  'tone/filler': Tone;
  'tone/jargon': Tone;
  'tone/officialese': Tone;
  'tone/promotion': Tone;
  'tone/shouting': Tone;
  'topic/parent-cycle': { cycle: string };
  'topic/term-too-common': { term: string; percent: number; language: string };
}
