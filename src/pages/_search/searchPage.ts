import { type Speech, speak, type Text } from '../../i18n/speak.ts';
import type { Key } from '../../i18n/words.ts';
import type { SiteLanguage } from '../../model/desk/text.ts';
import type { Found } from '../../search/searchEngine.ts';
import { SEARCHED } from '../../search/searchRecords.ts';
import { resultItem } from './resultItem.ts';
import type { Answer, Question } from './worker.ts';

/** Milliseconds of quiet before a query is asked. */
const QUIET = 80;
/** Results shown; one more is asked for, to know whether these are all. */
const LIMIT = 20;

/** The page's elements, and where the conversation with the worker stands. */
interface Search {
  root: HTMLElement;
  form: HTMLFormElement;
  input: HTMLInputElement;
  status: HTMLElement;
  list: HTMLElement;
  speech: Speech<Key>;
  worker: Worker;
  /** records that can be searched; none until the worker has them */
  size: number | undefined;
  /** the number of the newest question: an answer to an older one is nobody's any more */
  asked: number;
  /** what it asks: asked twice, it would take away the results that a reader has reached by then */
  text: string | undefined;
}

const root = document.querySelector<HTMLElement>('.search-field');
const form = root?.querySelector('form');
const input = root?.querySelector('input');
const status = root?.querySelector<HTMLElement>('.search-field-status');
const list = root?.querySelector<HTMLElement>('.search-field-results');
if (root && form && input && status && list) {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const speech = speechOf(root);
  start({
    root,
    form,
    input,
    status,
    list,
    speech,
    worker,
    size: undefined,
    asked: 0,
    text: undefined,
  });
}

function start(search: Search): void {
  const { root, form, input, status, list, speech, worker } = search;
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => hear(search, data));
  worker.addEventListener('error', () => hear(search, { failed: true }));
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    query(search);
  });
  let pause: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => query(search), QUIET);
  });
  document.addEventListener('keydown', (event) => onKey(event, root, input, list));

  input.value = new URLSearchParams(location.search).get('q') ?? '';
  status.textContent = speech.say('search.loading');
  ask(search, { records: root.dataset.records ?? '' });
  if (input.value) input.focus();
}

function ask({ worker }: Search, question: Question): void {
  worker.postMessage(question);
}

function hear(search: Search, answer: Answer): void {
  if ('failed' in answer) search.status.textContent = search.speech.say('search.failed');
  else if ('size' in answer) {
    search.size = answer.size;
    query(search);
  } else if (answer.id === search.asked) show(search, answer.found);
}

/** Asks what the field says; if that is nothing, says what there is to search. */
function query(search: Search): void {
  const { input, status, list, speech, size } = search;
  const text = input.value.trim();
  history.replaceState(null, '', text ? `?q=${encodeURIComponent(text)}` : location.pathname);
  if (size === undefined || text === search.text) return;
  search.text = text;
  search.asked += 1;
  list.ariaBusy = String(text !== '');
  if (text) ask(search, { id: search.asked, query: text, limit: LIMIT + 1 });
  else {
    list.replaceChildren();
    status.textContent = speech.say(scope(size), { n: size });
  }
}

function show({ input, status, list, speech }: Search, found: Found[]): void {
  const shown = found.slice(0, LIMIT);
  list.replaceChildren(...shown.map((result) => resultItem(result, speech)));
  list.ariaBusy = 'false';
  status.textContent =
    found.length === 0
      ? speech.say('search.none', { query: input.value.trim() })
      : speech.say(found.length > LIMIT ? 'search.first' : 'search.found', { n: shown.length });
}

function scope(size: number): Key {
  if (size === 0) return 'search.scopeNone';
  return size < SEARCHED ? 'search.scope' : 'search.scopeNewest';
}

/** The page hands over the texts that this script says, so that the script is no longer for the others. */
function speechOf({ dataset }: HTMLElement): Speech<Key> {
  const texts: Record<Key, Text> = JSON.parse(dataset.texts ?? '{}');
  return speak((dataset.lang ?? 'es') as SiteLanguage, 'UTC', texts);
}

/**
 * `/` goes to the field from the results or from nowhere, since elsewhere it may be somebody's own shortcut;
 * the arrows go up and down through the field and the results.
 */
function onKey(
  event: KeyboardEvent,
  root: HTMLElement,
  input: HTMLInputElement,
  list: HTMLElement,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const focused = document.activeElement ?? document.body;
  const free = focused === document.body || (focused !== input && root.contains(focused));
  if (event.key === '/' && free) {
    event.preventDefault();
    input.focus();
    input.select();
    return;
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [input, ...list.querySelectorAll('a')];
  const at = stops.findIndex((stop) => stop.matches(':focus'));
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
