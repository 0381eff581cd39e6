import { describe, expect, test } from 'vitest';
import { perHostQueue } from './perHostQueue.ts';

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('jobs', () => {
  test('give their results in their own order, however long each takes', async () => {
    const jobs = [30, 1, 15];
    const results = await perHostQueue(
      jobs,
      { concurrency: 3, key: () => undefined },
      async (ms) => {
        await wait(ms);
        return ms;
      },
    );
    expect(results).toEqual(jobs);
  });

  test('of one key wait for each other, and hold back nobody else', async () => {
    const begun: string[] = [];
    const open = new Set<string>();
    await perHostQueue(
      ['a1', 'a2', 'a3', 'b1'],
      { concurrency: 3, key: (job) => job[0] },
      async (job) => {
        const key = job[0] ?? '';
        expect(open.has(key)).toBe(false);
        open.add(key);
        begun.push(job);
        await wait(5);
        open.delete(key);
      },
    );
    expect(begun).toEqual(['a1', 'b1', 'a2', 'a3']);
  });

  test('let the next of their key go before they have ended', async () => {
    const order: string[] = [];
    await perHostQueue(['a1', 'a2'], { concurrency: 2, key: () => 'a' }, async (job, release) => {
      order.push(`${job} begins`);
      release();
      await wait(5);
      order.push(`${job} ends`);
    });
    expect(order.slice(0, 2)).toEqual(['a1 begins', 'a2 begins']);
  });

  test('are not begun after one has failed, and those under way are waited for', async () => {
    const ended: number[] = [];
    const run = perHostQueue(
      [1, 2, 3, 4],
      { concurrency: 2, key: () => undefined },
      async (job) => {
        if (job === 1) throw new Error('first');
        await wait(5);
        ended.push(job);
      },
    );
    await expect(run).rejects.toThrow('first');
    expect(ended).toEqual([2]);
  });

  test('may be none', async () => {
    expect(await perHostQueue([], { concurrency: 2, key: () => 'a' }, async () => 1)).toEqual([]);
  });
});
