import { expect, test } from 'vitest';
import { sourceError } from '../model/run/sourceError.ts';
import { networkFault } from './networkFault.ts';

const error = (code: string, message = 'oops') => Object.assign(new Error(message), { code });
const before = { url: 'https://rios.example/feed', answered: false, late: false, total: 45_000 };

test.for([
  ['ENOTFOUND', 'unreachable', 'unreachable'],
  ['EAI_AGAIN', 'unreachable', 'unreachable'],
  ['ECONNREFUSED', 'unreachable', 'unreachable'],
  ['EHOSTUNREACH', 'unreachable', 'unreachable'],
  ['ECONNRESET', 'reset', 'truncated'],
  ['EPIPE', 'reset', 'truncated'],
  ['UND_ERR_SOCKET', 'reset', 'truncated'],
  ['ETIMEDOUT', 'timeout', 'timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout', 'timeout'],
  ['UND_ERR_HEADERS_TIMEOUT', 'timeout', 'timeout'],
  ['UND_ERR_BODY_TIMEOUT', 'timeout', 'timeout'],
  ['UND_ERR_HEADERS_OVERFLOW', 'tooLarge', 'tooLarge'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'protocol', 'truncated'],
  ['CERT_HAS_EXPIRED', 'tls', 'tls'],
  ['CERT_NOT_YET_VALID', 'tls', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls', 'tls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls', 'tls'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls', 'tls'],
  ['EPROTO', 'tls', 'tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls', 'tls'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls', 'tls'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls', 'tls'],
] as const)('%s is %s, and %s in the body', ([code, fault, inBody]) => {
  expect(networkFault(error(code), before)).toMatchObject({
    fault,
    values: { url: 'https://rios.example/feed' },
    cause: { code },
  });
  expect(networkFault(error(code), { ...before, answered: true }).fault).toBe(inBody);
});

test('an error of the HTTP parser has a name and no code', () => {
  const parser = Object.assign(new Error('Expected HTTP/'), { name: 'HTTPParserError' });
  expect(networkFault(parser, before).fault).toBe('protocol');
});

test.for(['bad upgrade', 'bad response'])('%s is an answer to another question', (message) => {
  expect(networkFault(error('UND_ERR_SOCKET', message), before).fault).toBe('protocol');
});

test('what was refused stays refused, however deep it lies and however late it is', () => {
  const refused = sourceError('refused', { why: 'privateHost', host: '10.0.0.1' });
  const wrapped = new Error('fetch failed', { cause: new Error('connect', { cause: refused }) });
  expect(networkFault(wrapped, { ...before, late: true })).toBe(refused);
});

test('whatever fails after the deadline failed for it', () => {
  const late = networkFault(error('ECONNRESET'), { ...before, late: true });
  expect(late).toMatchObject({
    fault: 'timeout',
    values: { why: 'unfinished', url: 'https://rios.example/feed', ms: 45_000 },
  });
});
