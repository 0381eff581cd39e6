/** Whether an `item` or `entry` begins somewhere outside comments and CDATA. */
export function hasEntryTag(text: string): boolean {
  const marks = /<(?:!--|!\[CDATA\[|(?:[a-z][\w.-]{0,40}:)?(?:item|entry)[\s/>])/gi;
  // One that never ends may have swallowed the entries.
  const rest = () => /<(?:item|entry)[\s/>]/i.test(text.slice(marks.lastIndex));
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const [found] = mark;
    if (!found.startsWith('<!')) return true;
    const end = text.indexOf(found === '<!--' ? '-->' : ']]>', marks.lastIndex);
    if (end === -1) return rest();
    marks.lastIndex = end;
  }
  return false;
}
