import { parentPort } from 'node:worker_threads';
import { type Answer, answerJob, type Job } from './answerJob.ts';

/** What a worker says; `ready` comes once, when it has loaded its parser. */
export type Reply = { kind: 'ready' } | Answer;

parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage((await answerJob(job)) satisfies Reply);
});
parentPort?.postMessage({ kind: 'ready' } satisfies Reply);
