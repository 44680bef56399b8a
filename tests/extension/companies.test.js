import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { beforeEach } from 'node:test';
import { EXTENSION, fakeHelper, MESSAGES, setUp, settle } from './browser.js';

const HTML = readFileSync(new URL('companies/companies.html', EXTENSION), 'utf8');
setUp(HTML);
fakeHelper({ 'GET /v1/briefs': { briefs: [] } });
const { showCompanies } = await import('../../extension/companies/main.js');
const { sorted } = await import('../../extension/companies/sort.js');

const company = (name, fit, changes = {}) => ({
  company: { name, domain: `${name.toLowerCase()}.example` }, pages: 2, statements: 3, values: 1, matches: 2,
  saved_at: '2026-01-05T10:00:00Z', stale: false, fit, interview_date: null, ...changes,
});
let list;
let preparation;
let asked;
let routes;
beforeEach(async () => {
  setUp(HTML);
  preparation = { kept: [], notes: '', interview_date: null, checklist: {} };
  list = ['Alder', 'Birch', 'Cedar', 'Damson', 'Elder'].map((name, index) => company(name, 0.9 - index / 10));
  routes = {
    'GET /v1/briefs': () => ({ briefs: list }),
    'GET /v1/domains': () => ({ domains: list.map((one) => one.company.domain) }),
    'GET /v1/comparison': (_, url) => ({
      companies: url.searchParams.getAll('domain').map((domain, index) => ({
        company: { name: domain, domain }, fit: 0.5,
        aspirations: [{ aspiration: 'a1', text: 'Lead a crew', score: index ? null : 0.8, strength: index ? null : 'strong', evidence: null, conflict: index === 1 }],
        themes: index ? { safety: 0.2 } : { growth: 0.5, safety: 0.1 },
      })),
      themes: [{ id: 'growth', label: 'Growth' }, { id: 'safety', label: 'Safety' }, { id: 'x', label: 'Unspoken' }],
    }),
  };
  for (const { company: { domain } } of list) {
    routes[`GET /v1/briefs/${domain}/preparation`] = () => preparation;
    routes[`PUT /v1/briefs/${domain}/preparation`] = (body) => { preparation = body; return body; };
    routes[`DELETE /v1/briefs/${domain}`] = () => { list = list.filter((one) => one.company.domain !== domain); return [204, null]; };
  }
  asked = fakeHelper(routes);
});
const open = async () => {
  await showCompanies(document.getElementById('companies'));
  await settle();
};
const texts = (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent);
const boxes = () => [...document.querySelectorAll('input.compare')];

test('every company is listed, the best fit first, and sorted anew when asked', async () => {
  list.reverse();
  list[0].interview_date = '2027-02-01';
  await open();
  assert.deepEqual(texts('h2'), ['Alder', 'Birch', 'Cedar', 'Damson', 'Elder']);
  assert.ok(texts('.fit-cell')[0].includes('90'));
  const sort = document.getElementById('sort');
  sort.value = 'interview';
  sort.dispatchEvent(new Event('change'));
  assert.equal(texts('h2')[0], 'Elder');
});

test('companies of equal standing come by name, those without a fit last', () => {
  const names = (by) => sorted([company('B', null), company('C', 0.5), company('A', 0.5), company('D', 0)], by).map((one) => one.company.name).join('');
  assert.equal(names('fit'), 'ACDB');
  assert.equal(names('interview'), 'ABCD');
});

test('two to four can be compared, a fifth not', async () => {
  await open();
  const button = document.getElementById('compare');
  boxes()[0].click();
  assert.ok(button.disabled);
  boxes().slice(1, 4).forEach((box) => box.click());
  assert.ok(!button.disabled);
  assert.deepEqual(boxes().map((box) => box.disabled), [false, false, false, false, true]);
  boxes()[3].click();
  assert.ok(!boxes()[4].disabled);
});

test('the comparison says in words what its colours show', async () => {
  await open();
  boxes()[0].click();
  boxes()[1].click();
  document.getElementById('compare').click();
  await settle();
  assert.equal(asked.find(({ call }) => call === 'GET /v1/comparison').search, '?domain=alder.example&domain=birch.example');
  const [aspirations, themes] = [...document.querySelectorAll('table')].map((table) =>
    [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)));
  assert.deepEqual(aspirations, [['Lead a crew', MESSAGES.fit_strong.message, MESSAGES.fit_conflict.message]]);
  assert.deepEqual(themes, [['Growth', '50 %', '–'], ['Safety', '10 %', '20 %'], ['Unspoken', '–', '–']]);
  assert.deepEqual([...document.querySelectorAll('tbody tr:first-child td')].map(({ className }) => className), ['heat heat-4', 'heat against', 'heat heat-4', 'heat heat-0']);
  for (const head of document.querySelectorAll('th')) assert.ok(head.scope);
});

test('day, checklist and notes of a company are kept', async () => {
  await open();
  const [details] = document.querySelectorAll('details');
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await settle();
  const day = details.querySelector('input[type=date]');
  day.value = '2099-01-02';
  day.dispatchEvent(new Event('change'));
  const notes = details.querySelector('textarea');
  notes.value = 'Second floor';
  notes.dispatchEvent(new Event('input'));
  notes.dispatchEvent(new Event('blur')); // saved without waiting
  const box = [...details.querySelectorAll('.checklist input')].at(-1);
  box.click();
  await settle();
  assert.deepEqual(preparation, { kept: [], notes: 'Second floor', interview_date: '2099-01-02', checklist: { route: true } });
  assert.match(texts('.interview')[0], /^in \d+ days$/);
});

test('a company is forgotten only by a second press, and what the browser knows of it goes too', async () => {
  await chrome.storage.local.set({ 'read:alder.example': { at: '', pages: [], said: [] } });
  await open();
  const [details] = document.querySelectorAll('details');
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await settle();
  const forget = [...details.querySelectorAll('button')].at(-1);
  forget.click();
  await settle();
  assert.equal(list.length, 5);
  assert.match(forget.textContent, /Alder/);
  forget.click();
  await settle();
  assert.deepEqual(texts('h2'), ['Birch', 'Cedar', 'Damson', 'Elder']);
  assert.equal('read:alder.example' in chrome.storage.local.kept, false);
});

test('companies matched with earlier aspirations are matched anew', async () => {
  list = [company('Alder', 0.2, { stale: true })];
  asked = fakeHelper({ ...routes, 'GET /v1/briefs/alder.example': () => { list = [company('Alder', 0.8)]; return {}; } });
  await open();
  assert.ok(texts('.fit-cell')[0].includes('80'));
});

test('no company yet, and no helper, are told', async () => {
  list = [];
  await open();
  assert.deepEqual(texts('.empty'), [MESSAGES.companies_empty.message]);
  globalThis.fetch = async () => { throw new TypeError('refused'); };
  await open();
  assert.deepEqual(texts('.trouble'), [MESSAGES.problem_not_running_title.message]);
});
