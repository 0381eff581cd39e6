import { expect, test } from 'vitest';
import { startBrowser } from './findBrowser.ts';

test('where no Chromium starts, the tests fail with the line that installs one', async () => {
  const places = [
    ['none', () => undefined],
    ['no browser', () => '/bin/false'],
  ] as const;
  await expect(startBrowser(places.map(([name, find]) => [name, find]))).rejects.toThrow(
    /sudo apt-get install chromium[\s\S]*none: none there\n {2}no browser: /,
  );
});
