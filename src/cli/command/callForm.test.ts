import { expect, test } from 'vitest';
import { type CallForm, callForm, inCallForm } from './callForm.ts';

test.for([
  [{ npm_lifecycle_event: 'harvest' }, 'harvest', 'npm'],
  [{ npm_lifecycle_event: 'sources' }, 'sources add', 'npm'],
  [{ npm_lifecycle_event: 'npx' }, 'harvest', 'npx'],
  [{ npm_lifecycle_event: 'npx' }, undefined, 'npx'],
  [{}, 'harvest', 'binary'],
  [{}, undefined, 'binary'],
  // A script of the team's own that calls the binary.
  [{ npm_lifecycle_event: 'nightly' }, 'harvest', 'binary'],
] as const)('in %j, %s was called by %s', ([env, name, form]) => {
  expect(callForm(env, name)).toBe(form);
});

test.for([
  ['npm run harvest', 'criba harvest'],
  ['npm run harvest -- --dry-run', 'criba harvest --dry-run'],
  ['npm run -s harvest -- --json | jq .url', 'criba harvest --json | jq .url'],
  ['npm run -s harvest | jq .url', 'criba harvest | jq .url'],
  ['npm run sources -- add <url> [flags]', 'criba sources add <url> [flags]'],
  ['npm run sources --\nnext', 'criba sources\nnext'],
  ['npm start', 'criba start'],
  ['Try npm start -- --fresh', 'Try criba start --fresh'],
  ['Run `npm run check`, which says why.', 'Run `criba check`, which says why.'],
  ['To know how it does: npm run harvest', 'To know how it does: criba harvest'],
  ['npm run score && npm run check', 'criba score && criba check'],
  ['npm test', 'npm test'],
  ['npm run bench:score -- --json', 'npm run bench:score -- --json'],
  ['npm runs it', 'npm runs it'],
] as const)('%s is %s by the binary', ([line, binary]) => {
  const forms: [CallForm, string][] = [
    ['npm', line],
    ['binary', binary],
    ['npx', binary.replaceAll('criba', 'npx --no criba')],
  ];
  for (const [form, text] of forms) expect(inCallForm(line, form)).toBe(text);
});
