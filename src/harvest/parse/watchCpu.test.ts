import { expect, test } from 'vitest';
import { watchCpu } from './watchCpu.ts';

/** A thread that has used so many milliseconds more whenever it is asked. */
function thread(share: number) {
  let asked = -1;
  return {
    cpuUsage: async (since?: { user: number }) => {
      asked += 1;
      return { user: asked * share * 1000 - (since?.user ?? 0), system: 0 };
    },
    asked: () => asked,
  };
}

test('a thread that uses its CPU is over its deadline', async () => {
  const busy = thread(20);
  expect(await new Promise((resolve) => watchCpu(busy, 20, resolve))).toBe(20);
  expect(busy.asked()).toBe(1);
});

test('one that gets little of a busy machine is given more time', async () => {
  const slow = thread(8);
  expect(await new Promise((resolve) => watchCpu(slow, 20, resolve))).toBe(20);
  expect(slow.asked()).toBe(3);
});

test('one that uses none is over after twelve times as long', async () => {
  expect(await new Promise((resolve) => watchCpu(thread(0), 5, resolve))).toBe(60);
});

test('nothing is reported once the watch has ended', async () => {
  let over = false;
  const stop = watchCpu(thread(20), 5, () => {
    over = true;
  });
  stop();
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(over).toBe(false);
});
