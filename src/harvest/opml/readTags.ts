import { Tokenizer } from 'htmlparser2';

/** Names in lower case, values as written, entities and all. */
export type Attributes = Record<string, string>;

interface Reader {
  /** @param place where the tag begins, in UTF-16 units */
  onOpen(name: string, attributes: Attributes, place: number): void;
  onClose(name: string): void;
  onText(text: string, place: number): void;
}

/** What a list of feeds does not need. */
const IGNORED = {
  onattribentity() {},
  ontextentity() {},
  oncdata() {},
  oncomment() {},
  ondeclaration() {},
  onprocessinginstruction() {},
  onend() {},
};

/**
 * Gives the tags of a text as they come, whether they fit each other or not, so that no list of tags that are never
 * closed can take more than linear time. An empty tag opens and closes.
 */
export function readTags(text: string, { onOpen, onClose, onText }: Reader): void {
  let name = '';
  let attribute = '';
  let value = '';
  let place = 0;
  let attributes: Attributes = {};
  const open = () => onOpen(name, attributes, place);
  const tokenizer = new Tokenizer(
    // Entities are decoded as in HTML's attributes: `&aelig;` is a letter, and `?a=1&copy=2` stays an address.
    { xmlMode: true, decodeEntities: false },
    {
      ...IGNORED,
      onopentagname(start, end) {
        name = text.slice(start, end).toLowerCase();
        place = start - 1;
        attributes = {};
      },
      onattribname(start, end) {
        attribute = text.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        value += text.slice(start, end);
      },
      onattribend() {
        if (!Object.hasOwn(attributes, attribute)) attributes[attribute] = value;
      },
      onopentagend: open,
      onselfclosingtag() {
        open();
        onClose(name);
      },
      onclosetag(start, end) {
        onClose(text.slice(start, end).toLowerCase());
      },
      ontext(start, end) {
        onText(text.slice(start, end), start);
      },
    },
  );
  tokenizer.write(text);
  tokenizer.end();
}
