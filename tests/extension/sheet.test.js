import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { EXTENSION, fakeHelper, MESSAGES, setUp, settle } from './browser.js';
import { briefWith } from './sample.js';

const HTML = readFileSync(new URL('sheet/sheet.html', EXTENSION), 'utf8');
setUp(HTML);
globalThis.location = window.location;
fakeHelper({});
const { showSheet } = await import('../../extension/sheet/main.js');
await settle();

const kept = (text, order) => ({ id: text, text, original: text, aspiration: 'a1', evidence: [], true_for_me: true, order });
const ROUTES = {
  'GET /v1/briefs/ferry.example': briefWith(),
  'GET /v1/briefs/ferry.example/preparation': { kept: [kept('Second.', 1), kept('First.', 0)], notes: 'Door B <i>', interview_date: '2027-02-01', checklist: {} },
  'GET /v1/briefs/ferry.example/answers': { answers: [{ question: 'Q1', audience: 'recruiter', register: 'spoken', text: 'One.\nTwo.', version: 1, saved_at: '', findings: [] }] },
  'GET /v1/questions': { questions: [{ id: 'Q1', text: 'What are your aspirations?', first: true }], audiences: [], registers: [] },
};

test('the sheet has what they say, what to say in its order, what to ask, and the notes', async () => {
  setUp(HTML);
  fakeHelper(ROUTES);
  await showSheet('ferry.example');
  const sections = Object.fromEntries([...document.querySelectorAll('section')].map((section) =>
    [section.querySelector('h2').textContent, [...section.querySelectorAll('li, p')].map((one) => one.textContent)]));
  assert.equal(document.querySelector('h1').textContent, 'Brindlemoor Ferries');
  assert.deepEqual(sections[MESSAGES.sheet_they.message], ['We keep island life possible.', 'We promote from within.']);
  assert.deepEqual(sections[MESSAGES.sheet_say.message], ['First.', 'Second.']);
  assert.deepEqual(sections['What are your aspirations?'], ['One.', 'Two.']);
  assert.deepEqual(sections[MESSAGES.sheet_ask.message], ['Who looks at your figures?']);
  assert.deepEqual(sections[MESSAGES.notes_label.message], ['Door B <i>']);
  assert.equal(document.title, 'Interview at Brindlemoor Ferries');
});

test('what is empty has no heading, and a company that is gone is told', async () => {
  setUp(HTML);
  fakeHelper({ ...ROUTES, 'GET /v1/briefs/ferry.example/preparation': { kept: [], notes: ' ', interview_date: null, checklist: {} } });
  await showSheet('ferry.example');
  assert.ok(!document.body.textContent.includes(MESSAGES.sheet_say.message));
  fakeHelper({});
  await showSheet('gone.example');
  assert.ok(document.querySelector('.trouble').textContent.includes('GET /v1/briefs/gone.example'));
});
