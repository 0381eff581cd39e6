import type { Desk } from '../../../model/desk/desk.ts';
import type { Instant } from '../../../model/desk/time.ts';
import type { Contradiction, DecidedItem } from '../../../score/learn/contradictions.ts';
import { dayOf } from '../../../text/time.ts';
import { type CallForm, inCallForm } from '../../command/callForm.ts';
import { cut, percent, WIDTH, wrap } from '../table.ts';

const KINDS: Readonly<Record<Contradiction['kind'], string>> = {
  copy: 'One text, kept and dropped: the two decisions cancel each other out.',
  duplicate: 'One text, kept once and then dropped: probably because one was enough.',
  alike:
    'Two texts that are much alike, and no copies; look whether the difference is what you meant.',
};

/**
 * Pairs and groups that were decided differently, with what to do about them.
 * @param form how the reader called, and so how the advice says to call
 */
export function formatContradictions(
  contradictions: readonly Contradiction[],
  desk: Pick<Desk, 'settings'>,
  form: CallForm,
): string[] {
  const head = 'Contradictions';
  if (contradictions.length === 0)
    return [
      head,
      ...wrap('None: no two items with nearly the same text were decided differently.'),
    ];
  return [
    head,
    ...contradictions.flatMap((one, at) => [
      ...(at > 0 ? [''] : []),
      ...wrap(
        one.likeness === undefined
          ? KINDS[one.kind]
          : `Alike by ${percent(one.likeness)}. ${KINDS[one.kind]}`,
      ),
      ...one.items.flatMap((item) => formatItem(item, desk)),
      ...whatToDo(one).flatMap((text) => wrap(inCallForm(text, form), 4)),
    ]),
  ];
}

function formatItem(item: DecidedItem, { settings }: Pick<Desk, 'settings'>): string[] {
  const { title, id, source, audience, kept, at, by, reason } = item;
  const day = dayOf(at as Instant, settings.timeZone);
  const verdict = `${day}  ${kept ? 'kept   ' : 'dropped'}  `;
  const facts = [
    ...(by === undefined ? [] : [`by ${by}`]),
    ...(audience === undefined ? [] : [`for ${audience}`]),
    `from ${source}`,
    id,
    ...(reason === undefined ? (kept ? [] : ['no reason given']) : [`“${reason}”`]),
  ].join(', ');
  const indent = 4 + verdict.length;
  return [`    ${verdict}${cut(title, WIDTH - indent)}`, ...wrap(facts, indent)];
}

function whatToDo({ kind, items }: Contradiction): string[] {
  const audiences = new Set(items.map(({ audience }) => audience));
  const dropped = items.filter(({ kept }) => !kept).map(({ id }) => id);
  if (kind === 'duplicate')
    return ['Nothing to do if so. “duplicate” as the reason of a drop says it next time.'];
  if (kind === 'alike') return [];
  return [
    ...(audiences.size > 1
      ? ['They were decided for different audiences; if each was right for its own, leave them.']
      : []),
    'If it deserved to be kept, take the drop back: it teaches no more, and the item may be proposed again.',
    ...dropped.map((id) => `npm run settle -- --restore ${id}`),
    'If it deserved to be dropped, say in the topic or the audience what you do not want: a rule speaks louder than one drop.',
  ];
}
