import { expect, test } from 'vitest';
import type { Instant } from '../../model/desk/time.ts';
import { answerJob, type Job } from './answerJob.ts';

const job: Job = {
  url: 'https://water.example/feed',
  contentType: '',
  bytes: Buffer.from('<html></html>'),
  now: '2026-11-21T12:00:00Z' as Instant,
};

test('what is no feed is no feed', async () => {
  expect(await answerJob(job)).toMatchObject({ kind: 'failed', fault: 'notAFeed' });
});

test('a crash of the parser is not put down to the publisher', async () => {
  const answer = await answerJob(job, () => {
    throw new RangeError('Maximum call stack size exceeded');
  });
  expect(answer).toEqual({
    kind: 'failed',
    fault: 'parserEnded',
    coded: {
      code: 'source/parser-ended',
      values: {
        why: 'broken',
        reason: 'RangeError: Maximum call stack size exceeded',
      },
    },
  });
});
