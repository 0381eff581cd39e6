import { Tokenizer } from 'htmlparser2';

const MAX_ATTRIBUTES = 64;
/** Tags that may begin inside each other without an end. */
const MAX_BROKEN = 20;

/** An opening tag. */
export interface Tag {
  /** as written, lower case */
  tag: string;
  /** name (lower case, with its prefix) and raw value in turn */
  attributes: string[];
  /** whether one of them is of XML itself: a declaration, a base, a language */
  special: boolean;
  /** whether another one has a prefix */
  prefixed: boolean;
}

/** Receives what stands in a text; places are those of the text. */
export interface TagHandler {
  /** false: read no further */
  open(tag: Tag, selfClosing: boolean): boolean;
  /** @param tag as written, lower case */
  close(tag: string): void;
  text(start: number, end: number): void;
  cdata(start: number, end: number): void;
}

/** The tag that is being read. */
interface State {
  readonly text: string;
  readonly handler: TagHandler;
  /** Ends the reading. */
  stop(): void;
  tag: Tag;
  /** whether what began as an opening tag is a closing one */
  isClosing: boolean;
  closingName: string | undefined;
  /** name of the last attribute */
  attribute: string;
  /** where its value stands; `from` is -1 if it has none */
  from: number;
  to: number;
}

/**
 * The tags and texts of XML in turn, references unread. Mends tags that were never finished: no tag may have a `<` in
 * it, so where one has, the next begins there. Takes linear time.
 */
export function readTags(text: string, handler: TagHandler): void {
  const state: State = {
    text,
    handler,
    stop: () => tokenizer.pause(),
    tag: tagOf(''),
    isClosing: false,
    closingName: undefined,
    attribute: '',
    from: -1,
    to: -1,
  };
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, callbacks(state));
  tokenizer.write(text);
  tokenizer.end();
}

type Callbacks = ConstructorParameters<typeof Tokenizer>[1];

function callbacks(state: State): Callbacks {
  const { text, handler } = state;
  return {
    onopentagname: (from, to) => openTags(state, text.slice(from, to).toLowerCase()),
    onattribname: (from, to) => attributeName(state, text.slice(from, to).toLowerCase()),
    onattribdata(from, to) {
      if (state.from === -1) state.from = from;
      state.to = to;
    },
    onattribend: () => attributeEnd(state),
    onopentagend: () => tagEnd(state, false),
    onselfclosingtag: () => tagEnd(state, true),
    onclosetag: (from, to) => closeTag(state, from, to),
    ontext: handler.text,
    oncdata: (from, to, offset) => handler.cdata(from, to - offset),
    onattribentity() {},
    ontextentity() {},
    oncomment() {},
    ondeclaration() {},
    onprocessinginstruction() {},
    onend() {},
  };
}

function tagOf(tag: string): Tag {
  return { tag, attributes: [], special: false, prefixed: false };
}

/** Begins a tag. One without a name is a closing tag, whose name comes as an attribute. */
function begin(state: State, name: string): void {
  state.tag = tagOf(name);
  state.isClosing = name === '';
  state.closingName = undefined;
}

function emit({ handler, tag, stop }: State, selfClosing: boolean): void {
  if (!handler.open(tag, selfClosing)) stop();
}

/** The name of an opening tag; each `<` in it begins another one. */
function openTags(state: State, written: string): void {
  const names = written.split('<', MAX_BROKEN);
  for (const name of names.slice(0, -1)) {
    begin(state, name);
    if (name !== '') emit(state, false);
  }
  begin(state, names.at(-1) ?? '');
}

function attributeName(state: State, name: string): void {
  state.from = -1;
  state.attribute = name;
  if (state.isClosing) {
    state.closingName ??= name;
  } else if (name.includes('<')) {
    emit(state, false);
    openTags(state, name.slice(name.indexOf('<') + 1));
  }
}

function attributeEnd({ tag, text, attribute, from, to }: State): void {
  if (tag.attributes.length >= MAX_ATTRIBUTES * 2) return;
  tag.attributes.push(attribute, from === -1 ? '' : text.slice(from, to));
  if (attribute.startsWith('xml')) tag.special = true;
  else tag.prefixed ||= attribute.includes(':');
}

function tagEnd(state: State, selfClosing: boolean): void {
  if (!state.isClosing) emit(state, selfClosing);
  else if (state.closingName !== undefined) state.handler.close(state.closingName);
}

/** A closing tag; a `<` in it begins another tag, which ends at the same `>`. */
function closeTag(state: State, from: number, to: number): void {
  const { text, handler } = state;
  const written = text.slice(from, to).toLowerCase();
  if (!written.includes('<')) {
    handler.close(written);
    return;
  }
  const whole = text.slice(from, text.indexOf('>', to)).toLowerCase();
  const [ended = '', ...pieces] = whole.split('<', MAX_BROKEN);
  handler.close(ended);
  for (const piece of pieces) {
    begin(state, piece);
    if (piece.startsWith('/')) handler.close(piece.slice(1));
    else if (piece !== '') emit(state, false);
  }
}
