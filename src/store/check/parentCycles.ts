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
      values: { cycle: [entry.name, ...above].join(' → ') },
    };
  }
}
