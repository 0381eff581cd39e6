import type { Desk } from '../../model/desk/desk.ts';
import type { Finding } from '../../model/desk/finding.ts';
import { place } from '../placeFaults.ts';

/** Topics that are within themselves, by way of others or at once. */
export function* parentCycles({ topics }: Desk, folder: string): Generator<Finding> {
  const parents = new Map(topics.map(({ name, data }) => [name, data.parent]));
  for (const entry of topics) {
    const above = new Set<string>();
    let next = entry.data.parent;
    for (; next && !above.has(next); next = parents.get(next)) above.add(next);
    if (!above.has(entry.name)) continue;
    yield {
      ...place(folder, entry.path, ['parent']),
      code: 'topic/parent-cycle',
      severity: 'warning',
      message: `The topic is within itself: ${[entry.name, ...above].join(' → ')}.`,
      hint: 'Take `parent` out of the widest of them; until then each stands at the top of the list.',
    };
  }
}
