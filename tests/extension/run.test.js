import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { runReading, rematch } from '../../extension/panel/run.js';
import { setUp } from './browser.js';
import { ASPIRATIONS, briefWith, savedWith } from './sample.js';

const PAGE = {
  url: 'https://ferry.example/', title: 'Ferry', html: '<p>home</p>', selection: null, contentType: 'text/html', truncated: false,
  links: [{ href: '/about', text: 'About' }, { href: '/who-we-are', text: 'Who we are' }, { href: '/values', text: 'Values' }],
};
const SITE = {
  'https://ferry.example/about': { url: 'https://ferry.example/about', html: '<p>about</p>' },
  'https://ferry.example/who-we-are': { url: 'https://ferry.example/about', html: '<p>about</p>' },
  'https://ferry.example/values': { url: 'https://ferry.example/values', reason: 'http_error', httpStatus: 500 },
};

let asked;
let answers;
beforeEach(() => {
  setUp();
  chrome.storage.local.set({ token: 'secret' });
  asked = [];
  answers = {
    '/v1/health': { service: 'visionfit', version: '0.1.0', models: 'ready' },
    '/v1/profile': { aspirations: ASPIRATIONS },
    '/v1/briefs': briefWith(),
    '/v1/briefs/ferry.example': briefWith({ matches: [] }),
  };
  globalThis.fetch = async (url, init) => {
    const path = new URL(url).pathname;
    asked.push({ path, body: init.body && JSON.parse(init.body) });
    const answer = answers[path];
    return new Response(JSON.stringify(answer), { headers: { 'X-Visionfit': '0.1.0' } });
  };
  tabThat((name, [address]) => (name === 'captureDocument' ? PAGE : SITE[address]));
});

/** @param {(name: string, args: unknown[]) => unknown} answer */
function tabThat(answer) {
  chrome.scripting = { executeScript: async ({ func, args }) => [{ result: answer(func.name, args) }] };
}
function read({ clicked = true, signal = new AbortController().signal, shownFor = PAGE.url, ...wish } = {}) {
  const stages = [];
  const previews = new Set();
  const report = ({ stage, pages, preview }) => {
    stages.push(`${stage}: ${pages.map(({ status }) => status).join(' ')}`);
    if (preview) previews.add(preview.brief.company.name);
  };
  return runReading(7, { clicked, signal, report, shownFor, ...wish }).then((record) => ({ record, stages, previews: [...previews] }));
}
const sent = () => asked.filter(({ path, body }) => path === '/v1/briefs' && body).map(({ body }) => body.pages.map(({ url }) => new URL(url).pathname));

test('the page and its company pages go to the helper, each once, the page itself first', async () => {
  const { record } = await read();
  const { pages } = asked.find(({ path }) => path === '/v1/briefs').body;
  assert.deepEqual(pages.map(({ url, html }) => [url, html]), [
    ['https://ferry.example/', '<p>home</p>'], ['https://ferry.example/about', '<p>about</p>'],
  ]);
  assert.deepEqual(Object.keys(pages[0]), ['url', 'html', 'title', 'selection']);
  assert.deepEqual(record.saved.aspirations, ASPIRATIONS);
  assert.equal(record.problem, undefined);
});

test('each page is listed with what became of it', async () => {
  const { record, stages } = await read();
  assert.deepEqual(record.saved.pages.map(({ url, status, reason }) => [new URL(url).pathname, status, reason]), [
    ['/', 'read', undefined], ['/values', 'failed', 'http_error'], ['/about', 'read', undefined],
  ]);
  assert.equal(stages[0], 'pages: read waiting waiting waiting');
  assert.equal(stages.at(-1), 'think: read failed read');
});

test('a selection and a page cut short are told in the list', async () => {
  const outcome = async (changes) => {
    tabThat(() => ({ ...PAGE, links: [], ...changes }));
    return (await read()).record.saved.pages[0].reason;
  };
  assert.equal(await outcome({ selection: 'some words' }), 'selection_only');
  assert.equal(await outcome({ truncated: true }), 'cut_short');
});

test('a page that may not be read: told as such after a click, and the helper hears nothing', async () => {
  chrome.scripting = { executeScript: async () => { throw new Error('Cannot access a chrome:// URL'); } };
  assert.equal((await read()).record.problem.kind, 'unreadable');
  assert.equal((await read({ clicked: false })).record.problem.kind, 'needs_click');
  assert.deepEqual(asked, []);
});

test('the leave to read that comes a moment after the click is waited for', async () => {
  let tries = 0;
  chrome.scripting = {
    executeScript: async ({ func, args }) => {
      if (tries++ === 0) throw new Error('Cannot access contents of the page.');
      return [{ result: func.name === 'captureDocument' ? PAGE : SITE[args[0]] }];
    },
  };
  assert.equal((await read()).record.problem, undefined);
});

test('a PDF is no web page', async () => {
  tabThat(() => ({ ...PAGE, contentType: 'application/pdf' }));
  assert.equal((await read()).record.problem.kind, 'not_html');
});

test('no other page of the site is fetched before the helper is known to be there', async () => {
  const fetched = [];
  tabThat((name) => { fetched.push(name); return PAGE; });
  globalThis.fetch = async () => { throw new TypeError('refused'); };
  assert.equal((await read()).record.problem.kind, 'not_running');
  assert.deepEqual(fetched, ['captureDocument']);
});

test('a permission the user took back is told as such', async () => {
  chrome.permissions.contains = async ({ origins }) => { assert.deepEqual(origins, ['http://127.0.0.1/*']); return false; };
  assert.equal((await read()).record.problem.kind, 'not_allowed');
  assert.deepEqual(asked, []);
});

test('a tab that closes midway costs those pages, not the brief', async () => {
  chrome.scripting = {
    executeScript: async ({ func }) => {
      if (func.name === 'fetchPage') throw new Error('No tab with id: 7');
      return [{ result: PAGE }];
    },
  };
  const { record } = await read();
  assert.deepEqual(record.saved.pages.slice(1).map(({ reason }) => reason), ['lost_tab', 'lost_tab', 'lost_tab']);
});

test('new aspirations are held against the saved company without reading it again', async () => {
  const record = await rematch(savedWith());
  assert.deepEqual(record.saved.brief.matches, []);
  assert.deepEqual(asked.map(({ path }) => path), ['/v1/briefs/ferry.example', '/v1/profile']);
});

test('a rematch that fails keeps the brief', async () => {
  globalThis.fetch = async () => { throw new TypeError('refused'); };
  const record = await rematch(savedWith());
  assert.equal(record.problem.kind, 'not_running');
  assert.equal(record.saved.brief.company.name, 'Brindlemoor Ferries');
});

test('the first reading of a site shows the open page’s brief before all is read', async () => {
  answers['/v1/domains'] = { domains: [] };
  const { previews } = await read({ shownFor: '' });
  assert.deepEqual(previews, ['Brindlemoor Ferries']);
  assert.deepEqual(sent(), [['/'], ['/', '/about']]);
});

test('a company read before is shown as it was while it is read again', async () => {
  answers['/v1/domains'] = { domains: ['ferry.example'] };
  const { previews } = await read({ shownFor: 'https://other.example/' });
  assert.deepEqual(previews, ['Brindlemoor Ferries']);
  assert.deepEqual(sent(), [['/', '/about']]);
});

test('no early brief costs nothing but itself', async () => {
  answers['/v1/domains'] = undefined;
  const one = [undefined, briefWith()];
  Object.defineProperty(answers, '/v1/briefs', { get: () => one.shift() });
  const { previews, record } = await read({ shownFor: '' });
  assert.deepEqual(previews, []);
  assert.equal(record.saved.brief.company.name, 'Brindlemoor Ferries');
});

test('what is kept of companies that the helper has forgotten is dropped when it is next asked', async () => {
  answers['/v1/domains'] = { domains: ['kept.example'] };
  await chrome.storage.local.set({ 'read:kept.example': {}, 'read:gone.example': {}, port: 38427 });
  const gone = savedWith({ company: { name: 'Gone', domain: 'gone.example' } });
  await chrome.storage.session.set({ 'click:1': {}, 'tab:1': { saved: gone }, 'tab:2': { problem: { kind: 'busy' } } });
  await read();
  assert.deepEqual(Object.keys(chrome.storage.local.kept).sort(), ['port', 'read:ferry.example', 'read:kept.example', 'token']);
  assert.deepEqual(Object.keys(chrome.storage.session.kept).sort(), ['click:1', 'tab:2']);
});

test('a helper that cannot say what it has loses nothing', async () => {
  answers['/v1/domains'] = undefined;
  await chrome.storage.local.set({ 'read:gone.example': {} });
  await read();
  assert.ok('read:gone.example' in chrome.storage.local.kept);
});

test('pages left out are not read, pages added are', async () => {
  const origin = 'https://ferry.example';
  SITE[`${origin}/crew`] = { url: `${origin}/crew`, html: '<p>crew</p>' };
  const choice = { origin, added: [`${origin}/crew`], dropped: [`${origin}/about`, `${origin}/who-we-are`] };
  const { record } = await read({ choice });
  assert.deepEqual(sent(), [['/', '/crew']]);
  assert.deepEqual(record.saved.pages.map(({ url, status, topic }) => [new URL(url).pathname, status, topic]), [
    ['/', 'read', 'open'], ['/crew', 'read', 'added'], ['/values', 'failed', 'values'],
    ['/about', 'dropped', undefined], ['/who-we-are', 'dropped', undefined],
  ]);
  assert.deepEqual(record.saved.choice, choice);
});

test('a choice made for another site is left alone', async () => {
  const { record } = await read({ choice: { origin: 'https://other.example', added: ['https://other.example/x'], dropped: ['https://ferry.example/about'] } });
  assert.deepEqual(sent(), [['/', '/about']]);
  assert.ok(record.saved.pages.every(({ status }) => status !== 'dropped'));
});

test('only the selection: no other page is fetched, and without one it is told', async () => {
  tabThat((name) => { assert.equal(name, 'captureDocument'); return { ...PAGE, selection: 'some chosen words here' }; });
  await read({ selectionOnly: true });
  assert.deepEqual(sent(), [['/']]);
  tabThat(() => PAGE);
  assert.equal((await read({ selectionOnly: true })).record.problem.kind, 'no_selection');
});

test('what is out of reach is told with its address', async () => {
  const links = [...PAGE.links, { href: 'https://jobs.ferry.example/openings', text: 'Careers' }, { href: 'https://other.example/careers', text: 'Careers' }];
  tabThat((name, [address]) => (name === 'captureDocument' ? { ...PAGE, links, frames: ['https://boards.example/embed/jobs'] } : SITE[address]));
  const { record } = await read();
  assert.deepEqual(record.saved.pages.filter(({ status }) => status === 'elsewhere').map(({ url, reason }) => [url, reason]), [
    ['https://boards.example/embed/jobs', 'frame'], ['https://jobs.ferry.example/openings', 'other_address'],
  ]);
});
