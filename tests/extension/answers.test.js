import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { renderAnswers } from '../../extension/panel/answer/builder.js';
import { keyPoints } from '../../extension/panel/answer/practice.js';
import { Desk } from '../../extension/panel/desk.js';
import { secondsToSay, wordCount } from '../../extension/shared/speech.js';
import { fakeHelper, MESSAGES, setUp, settle } from './browser.js';
import { savedWith } from './sample.js';

const QUESTIONS = {
  questions: [{ id: 'Q1', text: 'What are your career aspirations?', first: true }, { id: 'Q7', text: 'How does your vision fit ours?', first: true }, { id: 'Q9', text: 'What are your core values?', first: false }],
  audiences: ['recruiter', 'manager'], registers: ['spoken', 'written-80'],
};
const KEPT = ['one', 'two', 'three'].map((id, order) => ({ id, text: `Say ${id}.`, original: id, aspiration: 'a1', evidence: [], true_for_me: true, order }));

let routes;
let asked;
let preparation;
let view;
let desk;
beforeEach(async () => {
  setUp();
  view = document.getElementById('view');
  preparation = { kept: structuredClone(KEPT), notes: '', interview_date: null, checklist: {} };
  routes = {
    'GET /v1/questions': QUESTIONS,
    'GET /v1/briefs/ferry.example/answers': { answers: [{ question: 'Q9', audience: 'recruiter', register: 'spoken', text: 'Mine of old.', version: 2, saved_at: '', findings: [] }] },
    'POST /v1/briefs/ferry.example/answers': ({ phrases = ['nothing'] }) => ({ question: 'Q7', audience: 'recruiter', text: phrases.join(' '), phrases, words: 0, seconds: 0 }),
    'PUT /v1/briefs/ferry.example/answers': (body) => ({ ...body, version: 3, saved_at: '', findings: [] }),
    'GET /v1/briefs/ferry.example/answers/versions': { versions: [{ question: 'Q7', audience: 'recruiter', register: 'spoken', text: 'Version one.', version: 1, saved_at: '2026-01-05T10:00:00Z', findings: [] }] },
    'GET /v1/briefs/ferry.example/preparation': () => preparation,
    'PUT /v1/briefs/ferry.example/preparation': (body) => { preparation = body; return body; },
    'POST /v1/lint': { findings: [] },
  };
  asked = fakeHelper(routes);
  await draw();
});
async function draw() {
  desk = new Desk('ferry.example');
  await desk.load();
  view.replaceChildren(renderAnswers(savedWith(), desk));
  await settle();
}
const $ = (selector) => view.querySelector(selector);
const choose = (id, value) => {
  $(`#${id}`).value = value;
  $(`#${id}`).dispatchEvent(new Event('change'));
};
const bodies = (call) => asked.filter((one) => one.call === call).map(({ body }) => body);

test('the main question is chosen, and the brief’s own answer or the user’s is there at once', () => {
  assert.equal($('#question').value, 'Q7');
  assert.deepEqual([...view.querySelectorAll('optgroup')].map((group) => group.children.length), [2, 1]);
  choose('question', 'Q1');
  assert.equal($('#answer-text').value, 'First.\nSecond.');
  choose('question', 'Q9');
  assert.equal($('#answer-text').value, 'Mine of old.');
  choose('audience', 'manager');
  assert.equal($('#answer-text').value, '');
});

test('an answer is built of the kept phrases that are ticked, in their order', async () => {
  $('[data-key=use-two]').click();
  $('[data-key=move-three]').dispatchEvent(new window.KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
  await settle();
  $('[data-key=move-three]').dispatchEvent(new window.KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
  await settle();
  choose('register', 'written-80');
  $('[data-key=build]').click();
  await settle();
  assert.deepEqual(bodies('POST /v1/briefs/ferry.example/answers'), [{ question: 'Q7', audience: 'recruiter', register: 'written-80', phrases: ['three', 'one'] }]);
  assert.equal($('#answer-text').value, 'three one');
});

test('a moved phrase keeps the keyboard on its handle, and the move is told', async () => {
  const handle = $('[data-key=move-one]');
  handle.focus();
  handle.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  await settle();
  assert.equal(document.activeElement.dataset.key, 'move-one');
  assert.equal(document.getElementById('announcer').textContent, 'Now phrase 2 of 3');
  assert.deepEqual(preparation.kept.map(({ id, order }) => [id, order]), [['one', 1], ['two', 0], ['three', 2]]);
  handle.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
});

test('a phrase dragged onto another takes its place', async () => {
  const rows = () => [...view.querySelectorAll('.order-row')];
  rows()[2].dispatchEvent(new Event('dragstart'));
  rows()[0].dispatchEvent(new Event('drop'));
  await settle();
  assert.deepEqual(rows().map((row) => row.querySelector('.order-text').textContent), ['Say three.', 'Say one.', 'Say two.']);
});

test('without kept phrases the helper chooses', async () => {
  preparation.kept = [];
  await draw();
  $('[data-key=build]').click();
  await settle();
  assert.equal('phrases' in bodies('POST /v1/briefs/ferry.example/answers')[0], false);
});

test('too little for an answer is told in the helper’s words', async () => {
  asked = fakeHelper({ ...routes, 'POST /v1/briefs/ferry.example/answers': [422, { error: { code: 'too_little', message: 'No answer without a reason.', hint: 'Add one.' } }] });
  $('[data-key=build]').click();
  await settle();
  assert.ok(view.textContent.includes('No answer without a reason. Add one.'));
});

test('length and speaking time follow the text, and its form', async () => {
  const area = $('#answer-text');
  area.value = 'word '.repeat(70);
  area.dispatchEvent(new Event('input'));
  assert.equal($('.length').textContent, `70 words · about 30 seconds · ${MESSAGES.length_fine.message}`);
  area.value = 'word '.repeat(140);
  area.dispatchEvent(new Event('input'));
  assert.equal($('.length').dataset.fits, 'false');
});

test('saving makes a version, and ticks the checklist', async () => {
  $('#answer-text').value = ' In my own words. ';
  $('[data-key=save]').click();
  await settle();
  assert.deepEqual(bodies('PUT /v1/briefs/ferry.example/answers'), [{ question: 'Q7', audience: 'recruiter', register: 'spoken', text: 'In my own words.' }]);
  assert.equal(preparation.checklist.answer, true);
  choose('question', 'Q1');
  choose('question', 'Q7');
  assert.equal($('#answer-text').value, 'In my own words.');
});

test('an earlier version can be taken back', async () => {
  $('.versions').open = true;
  $('.versions').dispatchEvent(new Event('toggle'));
  await settle();
  [...view.querySelectorAll('.versions button')][0].click();
  assert.equal($('#answer-text').value, 'Version one.');
  assert.equal(asked.at(-1).search, '?question=Q7&audience=recruiter&register=spoken');
});

test('practice hides the text, counts the time, and brings back the very same answer', async (t) => {
  $('#answer-text').value = 'I lead. You say “we grow”, and I would too. '.repeat(8);
  t.mock.timers.enable({ apis: ['setInterval', 'Date'] });
  $('[data-key=practise]').click();
  assert.equal($('.practice h2').textContent, 'How does your vision fit ours?');
  assert.equal($('.practice details').open, false);
  assert.equal(document.activeElement, $('.practice h2'));
  const [start, , done] = view.querySelectorAll('.practice .buttons button');
  start.click();
  t.mock.timers.tick(61_000);
  assert.equal($('.clock').textContent, '1:01');
  assert.equal(document.getElementById('announcer').textContent, MESSAGES.practice_time.message);
  start.click();
  t.mock.timers.tick(10_000);
  assert.equal($('.clock').textContent, '1:01');
  t.mock.timers.reset();
  done.click();
  await settle();
  assert.equal(preparation.checklist.practised, true);
  assert.ok($('#answer-text').value.startsWith('I lead.'));
});

test('a key point is the company’s words, or how the sentence begins', () => {
  assert.deepEqual(keyPoints('I lead. You say “we grow.” Since June I have trained the two newest people on our front desk, and more!'), [
    'I lead.', '“we grow.”', 'Since June I have trained the two newest …',
  ]);
  assert.deepEqual(keyPoints(''), []);
});

test('the print sheet opens in a tab of its own', () => {
  [...view.querySelectorAll('button')].find((button) => button.textContent === MESSAGES.export_sheet.message).click();
  assert.deepEqual(chrome.tabs.created, [{ url: 'chrome-extension://test/sheet/sheet.html?domain=ferry.example' }]);
});

test('questions that cannot be had are asked for again', async () => {
  fakeHelper({});
  await draw();
  assert.ok($('.trouble').textContent);
  fakeHelper(routes);
  $('button.main').click();
  await settle();
  assert.ok($('#question'));
});

test('words are counted as the helper counts them', () => {
  assert.equal(wordCount('I’ve well-kept 1,200 rotas – and more.'), 6);
  assert.equal(wordCount('  '), 0);
  assert.equal(secondsToSay('word '.repeat(140)), 60);
});
