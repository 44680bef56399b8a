import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { announcementOf } from '../../extension/panel/announce.js';
import { PROBLEM_ACTIONS } from '../../extension/panel/problem.js';
import { renderView } from '../../extension/panel/view.js';
import { MESSAGES, setUp } from './browser.js';
import { briefWith, savedWith } from './sample.js';

let view;
let done;
const actions = {
  readAgain: () => done.push('readAgain'),
  openOptions: () => done.push('openOptions'),
  allow: () => done.push('allow'),
  jump: (place) => done.push(place),
};
beforeEach(() => {
  setUp();
  view = document.getElementById('view');
  done = [];
});
const show = (record, progress = null) => renderView(view, { record, progress }, actions);
const all = (selector) => [...view.querySelectorAll(selector)];
const texts = (selector) => all(selector).map((element) => element.textContent);
const press = (element) => element.dispatchEvent(new window.MouseEvent('click', { bubbles: true, cancelable: true }));

test('the brief shows every part of itself', () => {
  show({ saved: savedWith() });
  const text = view.textContent;
  for (const part of ['Brindlemoor Ferries', 'We keep island life possible.', 'We promote from within.', 'Grow your crew',
    'We help people lead.', 'Lead a crew', 'Both speak of leading.', 'Strong match', 'Who looks at your figures?',
    'You write “help people lead”', 'First.', 'Second.', 'What are your career aspirations?', 'There is little text.',
    'Not read · the site answered 404']) {
    assert.ok(text.includes(part), part);
  }
});

test('every section is in the list of contents and is named by its heading', () => {
  show({ saved: savedWith() });
  const targets = all('.contents a').map((link) => link.getAttribute('href').slice(1));
  assert.deepEqual(targets, all('article > section').map((section) => section.id));
  for (const id of targets) {
    const section = document.getElementById(id);
    assert.ok(document.getElementById(section.getAttribute('aria-labelledby')).textContent);
  }
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

test('the answer to the main question comes first', () => {
  const [answer] = briefWith().answers;
  show({ saved: savedWith({ answers: [answer, { ...answer, question: 'Q7' }] }) });
  assert.deepEqual(texts('.answer h3'), [MESSAGES.question_Q7.message, MESSAGES.question_Q1.message]);
  assert.deepEqual(all('.answer').map((card) => card.open), [true, false]);
});

test('a private aspiration is marked as such', () => {
  show({ saved: savedWith() });
  assert.equal(all('.pair')[1].textContent.includes(MESSAGES.private_note.message), true);
  assert.equal(all('.pair')[0].textContent.includes(MESSAGES.private_note.message), false);
});

test('the company’s exact words are marked inside a phrase, and the phrase stays whole', () => {
  show({ saved: savedWith() });
  assert.deepEqual(texts('.say mark'), ['help people lead']);
  assert.equal(all('.phrase .say')[0].textContent, 'You write “help people lead”, and so would I.');
});

test('whatever a page says is shown as text and never becomes markup', () => {
  const nasty = '<img src=x onerror=alert(1)><script>alert(1)</script>\u202Egnp';
  const poison = (value) => JSON.parse(JSON.stringify(value), (key, inner) =>
    typeof inner === 'string' && !['id', 'kind', 'strength', 'reason', 'aspiration', 'evidence', 'status', 'audience', 'part'].includes(key)
      && !/^(s|v|p|a)\d$/.test(inner) ? nasty : inner);
  show({ saved: poison(savedWith()), problem: { kind: 'failed', code: nasty, message: nasty, hint: nasty } });
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
    assert.equal(all('.problem button').length, action ? 1 : 0);
    all('.problem button').forEach(press);
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
  assert.deepEqual(texts('.empty'), [MESSAGES.lead_empty.message, MESSAGES.ground_empty.message, MESSAGES.phrases_empty.message]);
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
