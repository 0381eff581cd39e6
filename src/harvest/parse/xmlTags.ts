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

/** Who is told what stands in a text; places are those of the text. */
export interface TagHandler {
  /** false: read no further */
  open(tag: Tag, selfClosing: boolean): boolean;
  /** @param tag as written, lower case */
  close(tag: string): void;
  text(start: number, end: number): void;
  cdata(start: number, end: number): void;
}

/**
 * The tags and texts of XML in turn, references unread. Mends tags that were never finished: no tag may have a `<` in
 * it, so where one has, the next begins there. Takes linear time.
 */
export function readTags(text: string, handler: TagHandler): void {
  let open: Tag = tagOf('');
  let name = '';
  /** what began as an opening tag is a closing one */
  let closing = false;
  let closingName: string | undefined;
  let valueFrom = -1;
  let valueTo = -1;

  const start = (piece: string) => {
    open = tagOf(piece);
    closing = piece === '';
    closingName = undefined;
  };

  const tell = (selfClosing: boolean) => {
    if (!handler.open(open, selfClosing)) tokenizer.pause();
  };

  const begin = (written: string) => {
    const pieces = written.split('<', MAX_BROKEN);
    for (const piece of pieces.slice(0, -1)) {
      start(piece);
      if (piece !== '') tell(false);
    }
    start(pieces.at(-1) ?? '');
  };

  const close = (written: string) => {
    const [ended = '', ...pieces] = written.split('<', MAX_BROKEN);
    handler.close(ended);
    for (const piece of pieces) {
      start(piece);
      if (piece.startsWith('/')) handler.close(piece.slice(1));
      else if (piece !== '') tell(false);
    }
  };

  const finish = (selfClosing: boolean) => {
    if (!closing) tell(selfClosing);
    else if (closingName !== undefined) handler.close(closingName);
  };

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname(from, to) {
        begin(text.slice(from, to).toLowerCase());
      },
      onattribname(from, to) {
        valueFrom = -1;
        name = text.slice(from, to).toLowerCase();
        if (closing) closingName ??= name;
        else if (name.includes('<')) {
          const at = name.indexOf('<');
          tell(false);
          begin(name.slice(at + 1));
        }
      },
      onattribdata(from, to) {
        if (valueFrom === -1) valueFrom = from;
        valueTo = to;
      },
      onattribentity() {},
      onattribend() {
        if (open.attributes.length >= MAX_ATTRIBUTES * 2) return;
        open.attributes.push(name, valueFrom === -1 ? '' : text.slice(valueFrom, valueTo));
        if (name.startsWith('xml')) open.special = true;
        else open.prefixed ||= name.includes(':');
      },
      onopentagend: () => finish(false),
      onselfclosingtag: () => finish(true),
      onclosetag(from, to) {
        const written = text.slice(from, to).toLowerCase();
        if (written.includes('<')) close(text.slice(from, text.indexOf('>', to)).toLowerCase());
        else handler.close(written);
      },
      ontext: handler.text,
      ontextentity() {},
      oncdata(from, to, offset) {
        handler.cdata(from, to - offset);
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(text);
  tokenizer.end();
}

function tagOf(tag: string): Tag {
  return { tag, attributes: [], special: false, prefixed: false };
}
