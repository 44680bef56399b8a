import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { announcementOf } from '../../extension/panel/announce.js';
import { PROBLEM_ACTIONS } from '../../extension/panel/problem.js';
import { renderView } from '../../extension/panel/view.js';
import { fakeHelper, MESSAGES, setUp, settle } from './browser.js';
import { briefWith, savedWith } from './sample.js';

let view;
let done;
const actions = {
  readAgain: () => done.push('readAgain'),
  readSelection: () => done.push('readSelection'),
  choosePages: (change) => done.push(change),
  openOptions: () => done.push('openOptions'),
  allow: () => done.push('allow'),
  jump: (place) => done.push(place),
};
beforeEach(() => {
  setUp();
  fakeHelper({ 'GET /v1/briefs/ferry.example/preparation': { kept: [], notes: '', interview_date: null, checklist: {} } });
  view = document.getElementById('view');
  done = [];
});
const show = (record, progress = null) => {
  renderView(view, { record, progress }, actions);
  document.getElementById('tab-brief')?.click(); // the part looked at last is shown first, from one test to the next too
};
const all = (selector) => [...view.querySelectorAll(selector)];
const texts = (selector) => all(selector).map((element) => element.textContent);
const press = (element) => element.dispatchEvent(new window.MouseEvent('click', { bubbles: true, cancelable: true }));

const part = (id) => press(document.getElementById(`tab-${id}`));

test('the brief shows every part of itself', () => {
  show({ saved: savedWith() });
  part('phrases');
  const text = view.textContent;
  for (const piece of ['Brindlemoor Ferries', 'We keep island life possible.', 'We promote from within.', 'Grow your crew',
    'We help people lead.', 'Lead a crew', 'Both speak of leading.', 'Strong match', 'Who looks at your figures?',
    'You write “help people lead”', 'There is little text.', 'Not read · the site answered 404']) {
    assert.ok(text.includes(piece), piece);
  }
});

test('every section is named by its heading', () => {
  show({ saved: savedWith() });
  const sections = all('section[aria-labelledby]');
  assert.ok(sections.length >= 6);
  for (const section of sections) assert.ok(document.getElementById(section.getAttribute('aria-labelledby')).textContent);
});

test('one part is shown at a time, and the arrow keys go among them', () => {
  show({ saved: savedWith() });
  part('brief');
  const tab = document.getElementById('tab-brief');
  tab.focus();
  tab.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
  assert.equal(document.activeElement.id, 'tab-phrases');
  assert.deepEqual(all('[role=tabpanel]:not([hidden])').map(({ id }) => id), ['part-phrases']);
  assert.deepEqual(all('[role=tab]').map((one) => [one.getAttribute('aria-selected'), one.tabIndex]), [['false', -1], ['true', 0], ['false', -1], ['false', -1]]);
  document.activeElement.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'End', bubbles: true }));
  assert.equal(document.activeElement.id, 'tab-ready');
  part('brief');
});

test('the fit is shown for each aspiration, best first, what is not said last', () => {
  show({ saved: savedWith() });
  assert.deepEqual(all('.fit').map((row) => [row.querySelector('a').textContent, row.querySelector('.verdict').textContent]), [
    ['Lead a crew', MESSAGES.fit_strong.message], ['Keep learning', MESSAGES.fit_weak.message], ['Work with figures', MESSAGES.fit_none.message],
  ]);
  for (const link of all('.fit a')) assert.ok(document.getElementById(link.getAttribute('href').slice(1)), link.href);
  const [gap] = briefWith().gaps;
  show({ saved: savedWith({ gaps: [{ ...gap, aspiration: 'a1', reason: 'conflict' }] }) });
  assert.equal(all('.fit.conflict a').map((one) => one.textContent).join(), 'Lead a crew');
});

test('news above a brief leave it as it is; a newer brief takes its place', () => {
  show({ saved: { ...savedWith(), madeAt: 1 } });
  const before = all('.brief')[0];
  show({ saved: { ...savedWith(), madeAt: 1 }, problem: { kind: 'busy' } });
  assert.equal(all('.brief')[0], before);
  assert.ok(before.previousElementSibling.querySelector('.problem'));
  show({ saved: { ...savedWith(), madeAt: 2 } });
  assert.notEqual(all('.brief')[0], before);
});

test('what can be shown early is shown below the progress', () => {
  show({}, { stage: 'pages', pages: [], preview: savedWith() });
  assert.equal(texts('#company').join(), 'Brindlemoor Ferries');
  assert.equal(all('.progress').length, 1);
});

test('a page can be left out, taken back and added; the open page stays', () => {
  const pages = [
    { url: 'https://ferry.example/about', title: 'About', status: 'read', topic: 'open' },
    { url: 'https://ferry.example/values', title: 'Values', status: 'read', topic: 'values' },
    { url: 'https://ferry.example/jobs', title: '', status: 'dropped' },
    { url: 'https://jobs.elsewhere.example/', title: 'Jobs', status: 'elsewhere', reason: 'frame' },
  ];
  show({ saved: { ...savedWith(), pages } });
  all('.switch').forEach(press);
  assert.deepEqual(done.splice(0), [{ drop: 'https://ferry.example/values' }, { take: 'https://ferry.example/jobs' }]);
  assert.ok(texts('.pages li')[1].includes(MESSAGES.topic_values.message));
  assert.ok(texts('.pages li')[3].includes(MESSAGES.reason_frame.message));
  const input = document.getElementById('add-page');
  const submit = () => input.form.dispatchEvent(new window.Event('submit', { bubbles: true, cancelable: true }));
  input.value = '/culture#top';
  submit();
  input.value = 'https://other.example/culture';
  submit();
  assert.deepEqual(done.splice(0), [{ add: 'https://ferry.example/culture' }]);
  assert.equal(document.getElementById('add-page-hint').textContent, MESSAGES.page_add_elsewhere.message);
  press(document.getElementById('read-selection'));
  assert.deepEqual(done, ['readSelection']);
});

test('what changed since the last reading is told', async () => {
  const { digestOf, noteReading } = await import('../../extension/shared/changes.js');
  await chrome.storage.local.set({ 'read:ferry.example': { ...digestOf(briefWith()), at: '2026-01-05T10:00:00Z', pages: ['https://ferry.example', 'https://ferry.example/about'] } });
  const now = briefWith({ pages: [{ url: 'https://ferry.example', read_at: '' }] });
  now.statements[1] = { ...now.statements[1], text: 'We train on the job.' };
  await noteReading(now);
  show({ saved: { ...savedWith(), brief: now } });
  await settle();
  assert.deepEqual(texts('.changes li'), ['We train on the job.', 'We promote from within.']);
});

test('the strongest match comes first, among aspirations and within one', () => {
  show({ saved: savedWith() });
  assert.deepEqual(texts('.pair h3'), ['Lead a crew', 'Keep learning']);
  assert.deepEqual(texts('.pair .meter'), ['Strong match', 'Partial match', 'Weak match']);
});

test('a reason does not repeat the words it stands beside', () => {
  show({ saved: savedWith() });
  assert.deepEqual(texts('.pair .why'), ['Both speak of leading.', 'A way up.', 'Both speak of growth.']);
});

test('a weak match beside a gap is shown with the gap and not as shared ground', () => {
  show({ saved: savedWith() });
  assert.ok(!texts('.pair h3').includes('Work with figures'));
  assert.equal(texts('.gap details blockquote').join(), 'We keep island life possible.');
  show({ saved: savedWith({ matches: [{ ...briefWith().matches[2], themes: [] }] }) });
  assert.equal(all('.gap details').length, 0);
});

test('a gap that is a conflict leaves the match in its place', () => {
  const [gap] = briefWith().gaps;
  show({ saved: savedWith({ gaps: [{ ...gap, aspiration: 'a1', reason: 'conflict' }] }) });
  assert.ok(texts('.pair h3').includes('Lead a crew'));
  assert.ok(texts('.gap').join().includes(MESSAGES.gap_conflict.message));
});

test('a private aspiration is marked as such', () => {
  show({ saved: savedWith() });
  assert.equal(all('.pair')[1].textContent.includes(MESSAGES.private_note.message), true);
  assert.equal(all('.pair')[0].textContent.includes(MESSAGES.private_note.message), false);
});

test('the company’s exact words are marked inside a phrase, and the phrase stays whole', () => {
  show({ saved: savedWith() });
  part('phrases');
  assert.deepEqual(texts('.say mark'), ['help people lead']);
  assert.equal(all('.phrase .say')[0].textContent, 'You write “help people lead”, and so would I.');
});

test('whatever a page says is shown as text and never becomes markup', () => {
  const nasty = '<img src=x onerror=alert(1)><script>alert(1)</script>\u202Egnp';
  const poison = (value) => JSON.parse(JSON.stringify(value), (key, inner) =>
    typeof inner === 'string' && !['id', 'kind', 'strength', 'reason', 'aspiration', 'evidence', 'status', 'audience', 'part'].includes(key)
      && !/^(s|v|p|a)\d$/.test(inner) ? nasty : inner);
  show({ saved: poison(savedWith()), problem: { kind: 'failed', code: nasty, message: nasty, hint: nasty } });
  part('phrases');
  assert.equal(all('img, script, iframe').length, 0);
  assert.ok(view.textContent.split('<script>alert(1)</script>').length > 12);
  assert.ok([...view.querySelectorAll('*')].every((element) => [...element.attributes].every(({ name }) => !name.startsWith('on'))));
});

test('words from a page keep their direction to themselves', () => {
  show({ saved: savedWith({ company: { name: '\u202Eevil', domain: 'ferry.example' } }) });
  assert.ok(all('#company bdi').length === 1);
});

test('quotes that overlap, repeat or are not in the phrase leave it whole', () => {
  const [phrase] = briefWith().phrases;
  const phraseWith = (quotes) => {
    show({ saved: savedWith({ phrases: [{ ...phrase, quotes }] }) });
    part('phrases');
    return [texts('.say mark'), all('.phrase .say')[0].textContent];
  };
  assert.deepEqual(phraseWith(['help people lead', 'people lead”, and', 'help people lead', 'elsewhere', '']), [['help people lead'], phrase.text]);
  assert.deepEqual(phraseWith([]), [[], phrase.text]);
});

test('links lead to web addresses only', () => {
  const brief = briefWith();
  brief.statements[0].link = 'javascript:alert(1)';
  brief.values[0].link = 'file:///etc/passwd';
  show({ saved: { ...savedWith(), brief, pages: [{ url: 'data:text/html,x', title: 'Page', status: 'read' }] } });
  const leads = all('a[href]').map((link) => link.getAttribute('href'));
  assert.ok(leads.length > 0);
  assert.ok(leads.every((href) => /^(#|https?:)/.test(href)), String(leads));
});

test('“show on the page” goes to the sentence in the tab, and leaves a click with Ctrl to the browser', () => {
  show({ saved: savedWith() });
  const [link] = all('.lead a.show');
  press(link);
  assert.deepEqual(done, [{ link: 'https://ferry.example/about#:~:text=We', wordings: Array(2).fill('We keep island life possible.') }]);
  link.addEventListener('click', (event) => event.preventDefault()); // jsdom cannot open a tab
  link.dispatchEvent(new window.MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
  assert.equal(done.length, 1);
});

test('copying copies the phrase word for word and says so', async () => {
  const copied = [];
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { clipboard: { writeText: async (text) => copied.push(text) } } });
  show({ saved: savedWith() });
  part('phrases');
  const [button] = all('.phrase button.copy');
  press(button);
  await new Promise(setImmediate);
  assert.deepEqual(copied, ['You write “help people lead”, and so would I.']);
  assert.match(button.textContent, /^Copied/);
  assert.match(document.getElementById('announcer').textContent, /Copied: phrase 1/);
});

test('a copy the browser refuses is told', async () => {
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { clipboard: { writeText: async () => { throw new Error('no'); } } } });
  show({ saved: savedWith() });
  part('phrases');
  const [button] = all('.phrase button.copy');
  press(button);
  await new Promise(setImmediate);
  assert.match(button.textContent, /^Not copied/);
});

for (const [kind, action] of Object.entries(PROBLEM_ACTIONS)) {
  test(`problem ${kind}: one title, one text, one action`, () => {
    show({ problem: { kind } });
    assert.equal(texts('.problem h1').join(), MESSAGES[`problem_${kind}_title`].message);
    assert.ok(texts('.problem p').join('').length > 20);
    assert.equal(all('.problem > button').length, action ? 1 : 0);
    assert.equal(all('.problem form').length, kind === 'not_paired' ? 1 : 0);
    all('.problem > button').forEach(press);
    assert.deepEqual(done, action ? [action] : []);
  });
}

test('a problem does not hide the brief that was there', () => {
  show({ saved: savedWith(), problem: { kind: 'not_running' } });
  assert.equal(all('.problem').length, 1);
  assert.equal(all('.brief').length, 1);
});

test('the helper’s own sentence, hint and code are shown', () => {
  show({ problem: { kind: 'failed', code: 'too_large', message: 'The page has 31 MB.', hint: 'Select a part.' } });
  const text = view.textContent;
  for (const part of ['The page has 31 MB.', 'Select a part.', 'too_large']) assert.ok(text.includes(part));
});

test('progress names the stage under way and each page', () => {
  const pages = [{ url: 'https://ferry.example/', title: 'Home', status: 'read' }, { url: 'https://ferry.example/x', title: 'Values', status: 'waiting' }];
  show({}, { stage: 'pages', pages });
  assert.equal(texts('[aria-current="step"]').join(), MESSAGES.stage_pages.message);
  assert.deepEqual(texts('.pages a'), ['Home', 'Values']);
});

test('without aspirations the panel invites to add some', () => {
  show({ saved: { ...savedWith({ matches: [], gaps: [], phrases: [], answers: [] }), aspirations: [] } });
  all('#ground button').forEach(press);
  assert.deepEqual(done, ['openOptions']);
});

test('nothing found is said, not left out', () => {
  show({ saved: savedWith({ statements: [], values: [], matches: [], gaps: [], phrases: [], answers: [] }) });
  part('phrases');
  assert.deepEqual(texts('.empty'), [MESSAGES.lead_empty.message, MESSAGES.ground_empty.message, MESSAGES.phrases_empty.message]);
});

test('a page that cannot be read, as a new tab on the first day, leaves the first steps in reach', () => {
  show({ problem: { kind: 'unreadable' } });
  assert.deepEqual(texts('h1'), [MESSAGES.problem_unreadable_title.message, MESSAGES.welcome_title.message]);
  show({ problem: { kind: 'not_running' } });
  assert.deepEqual(texts('h1'), [MESSAGES.problem_not_running_title.message]);
});

test('a tab not read yet explains how to begin', () => {
  show({});
  assert.equal(texts('h1').join(), MESSAGES.welcome_title.message);
});

test('a screen reader hears each stage, the problem and the result', () => {
  const progress = { stage: 'think', pages: [] };
  assert.equal(announcementOf({}, progress), MESSAGES.stage_think.message);
  assert.equal(announcementOf({ problem: { kind: 'busy' } }, null), MESSAGES.problem_busy_title.message);
  assert.equal(announcementOf({ saved: savedWith() }, null), 'The brief for Brindlemoor Ferries is ready: 2 aspirations matched, 1 phrase.');
  assert.equal(announcementOf({}, null), '');
});

test('the keyboard goes on from the view when the pressed button is gone', () => {
  show({ problem: { kind: 'busy' } });
  view.querySelector('button').focus();
  show({}, { stage: 'capture', pages: [] });
  assert.equal(document.activeElement, view);
});
