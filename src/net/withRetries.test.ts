import { describe, expect, test } from 'vitest';
import type { Reply } from '../model/run/document.ts';
import { type Refusal, SourceError } from '../model/run/sourceError.ts';
import type { Fault } from '../model/run/sourceFaults.ts';
import type { FetchBytes, FetchOptions } from './openFetch.ts';
import { withRetries } from './withRetries.ts';

const URL_ASKED = 'https://rios.example/feed';
const REPLY: Reply = {
  status: 200,
  url: URL_ASKED,
  contentType: '',
  headers: {},
  bytes: new Uint8Array(0),
  raw: new Uint8Array(0),
  hops: [],
  requests: 1,
};

const made = (fault: Fault, options: { cause?: unknown; refusal?: Refusal }) =>
  new SourceError(fault, { code: 'source/robots', values: { url: URL_ASKED } }, options);
const fail = (fault: Fault, cause?: string) =>
  made(fault, { cause: Object.assign(new Error(), { code: cause }) });
const refuse = (fault: Fault, status: number, headers = {}) =>
  made(fault, { refusal: { status, headers, hops: [] } });

/** A server that gives these one after the other, each after `takes` milliseconds, on a clock of its own. */
function play(answers: (Error | 'ok')[], { random = 0.5, takes = 10, total = 45_000 } = {}) {
  let now = 0;
  const waits: number[] = [];
  const asked: FetchOptions[] = [];
  const fetch: FetchBytes = async (url, options = {}) => {
    asked.push(options);
    await options.before?.(new URL(url));
    now += takes;
    const answer = answers[asked.length - 1] ?? 'ok';
    if (answer !== 'ok') throw answer;
    return REPLY;
  };
  const ask = withRetries(fetch, {
    total,
    random: () => random,
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
    clock: () => now,
  });
  return { ask, waits, asked };
}

describe('what may pass is asked for again', () => {
  test.for<[string, SourceError]>([
    ['a cut connection', fail('reset', 'ECONNRESET')],
    ['nobody listening', fail('unreachable', 'ECONNREFUSED')],
    ['a name server without an answer', fail('unreachable', 'EAI_AGAIN')],
    ['status 502', refuse('status', 502)],
    ['status 504', refuse('status', 504)],
  ])('%s', async ([, error]) => {
    const { ask, waits } = play([error, error, 'ok']);
    expect(await ask(URL_ASKED)).toEqual({ ...REPLY, requests: 3 });
    expect(waits).toEqual([1000, 2000]);
  });

  test('twice at most', async () => {
    const error = fail('reset');
    const { ask, asked } = play([error, error, error, 'ok']);
    await expect(ask(URL_ASKED)).rejects.toBe(error);
    expect(asked.length).toBe(3);
  });
});

test.for<[string, Error]>([
  ['timeout', fail('timeout', 'UND_ERR_HEADERS_TIMEOUT')],
  ['a name that nobody has', fail('unreachable', 'ENOTFOUND')],
  ['no route', fail('unreachable', 'EHOSTUNREACH')],
  ['tls', fail('tls', 'CERT_HAS_EXPIRED')],
  ['refused', fail('refused')],
  ['tooLarge', fail('tooLarge')],
  ['truncated', fail('truncated', 'ECONNRESET')],
  ['protocol', fail('protocol')],
  ['status 500', refuse('status', 500)],
  ['status 404', refuse('missing', 404)],
  ['status 429', refuse('busy', 429)],
  ['status 503', refuse('busy', 503)],
  ['a gateway that says when to come back', refuse('status', 502, { 'retry-after': '60' })],
  ['a fault of ours', new TypeError('oops')],
])('%s is final', async ([, error]) => {
  const { ask, asked } = play([error, 'ok']);
  await expect(ask(URL_ASKED)).rejects.toBe(error);
  expect(asked.length).toBe(1);
});

test.for([
  [0, [500, 1000]],
  [0.25, [750, 1500]],
  [0.999, [1499, 2998]],
] as const)('chance %f makes the waits %j', async ([random, expected]) => {
  const { ask, waits } = play([fail('reset'), fail('reset'), 'ok'], { random });
  await ask(URL_ASKED);
  expect(waits.map(Math.round)).toEqual(expected);
});

describe('one deadline holds for all attempts', () => {
  test('each is told what is left', async () => {
    const { ask, asked } = play([fail('reset'), fail('reset'), 'ok'], { takes: 100 });
    await ask(URL_ASKED, { total: 10_000 });
    expect(asked.map(({ total }) => total)).toEqual([10_000, 8_900, 6_800]);
  });
  test('a wait that would end after it is not begun', async () => {
    const { ask, waits } = play([fail('reset'), fail('reset'), 'ok'], { total: 1_500 });
    await expect(ask(URL_ASKED)).rejects.toMatchObject({ fault: 'reset' });
    expect(waits).toEqual([1000]);
  });
});

test('what the caller asks for is passed on', async () => {
  const { ask, asked } = play([fail('reset'), 'ok']);
  const places: string[] = [];
  await ask(URL_ASKED, {
    accept: 'text/html',
    validators: { etag: '"a"' },
    before: ({ href }) => void places.push(href),
  });
  expect(asked.map(({ accept, validators }) => ({ accept, validators }))).toEqual(
    Array(2).fill({ accept: 'text/html', validators: { etag: '"a"' } }),
  );
  expect(places).toEqual([URL_ASKED, URL_ASKED]);
});
