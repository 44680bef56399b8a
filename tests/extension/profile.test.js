import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { beforeEach } from 'node:test';
import { renderLadder } from '../../extension/options/ladder.js';
import { setUpProfile } from '../../extension/options/profile.js';
import { profileIn, setUpTransfer } from '../../extension/options/transfer.js';
import { answerIn, putAnswer } from '../../extension/options/wizard-answers.js';
import { setUpWizard } from '../../extension/options/wizard.js';
import { starterChips } from '../../extension/shared/starters.js';
import { EXTENSION, fakeHelper, MESSAGES, setUp, settle } from './browser.js';

const question = (changes) => ({ id: 'q', section: 'One', kind: 'text', field: 'role', text: 'Which role?', help: 'Help.', choices: [], private: false, aspiration_kind: null, horizon: null, ...changes });
const choices = (...values) => values.map((value) => ({ value, label: `The ${value}`, aspiration: null }));
const WIZARD = {
  questions: [
    question({ id: 'role' }),
    question({ id: 'level', kind: 'choice', field: 'level', choices: choices('entry', 'lead') }),
    question({ id: 'aspirations', section: 'Two', kind: 'aspirations', field: 'aspirations', aspiration_kind: 'aspiration', horizon: 'long', text: 'What do you aspire to?' }),
    question({ id: 'goals', section: 'Two', kind: 'aspirations', field: 'aspirations', aspiration_kind: 'goal', horizon: 'short', text: 'Which goals?' }),
  ],
  starters: [{ id: 's1', text: 'Manage a team', theme: 't', hint: 'Say whom.', private: false }, { id: 's2', text: 'Own a firm', theme: 't', hint: 'Careful.', private: true }],
  explore: ['Find a mentor'],
};

let profile;
let asked;
beforeEach(() => {
  setUp(readFileSync(new URL('options/options.html', EXTENSION), 'utf8'));
  profile = { schema: 'visionfit/profile@1', role: null, level: null, work_style: [], aspirations: [{ id: 'a1', text: 'Speak Danish', kind: 'aspiration' }], future: 'kept' };
  asked = fakeHelper({ 'GET /v1/wizard': WIZARD, 'GET /v1/profile': () => structuredClone(profile), 'PUT /v1/profile': (body) => { profile = body; return body; } });
});
const $ = (selector) => document.querySelector(selector);

test('the wizard goes a section at a time and saves with every step', async () => {
  const form = setUpProfile();
  setUpWizard(form);
  form.setReady(true);
  await settle();
  $('#open-wizard').click();
  await settle();
  assert.ok($('#aspirations').hidden);
  assert.equal(document.activeElement.textContent, 'One');
  $('[name=q-role]').value = ' Purser ';
  $('[name=q-level][value=lead]').checked = true;
  $('.wizard').requestSubmit();
  await settle();
  assert.deepEqual([profile.role, profile.level, profile.future], ['Purser', 'lead', 'kept']);
  assert.ok($('.wizard').textContent.includes('Speak Danish')); // what is there already
  $('.chip').click();
  $('[name=q-goals]').value = 'Finish the course\n\n';
  $('.wizard').requestSubmit();
  await settle();
  assert.deepEqual(profile.aspirations.map(({ text, kind, horizon }) => [text, kind, horizon]), [
    ['Speak Danish', 'aspiration', undefined], ['Manage a team', 'aspiration', 'long'], ['Finish the course', 'goal', 'short'],
  ]);
  assert.ok($('#wizard').hidden);
  assert.equal(document.querySelectorAll('#rows fieldset').length, 3);
});

test('what is typed in the form is saved before the wizard opens', async () => {
  const form = setUpProfile();
  setUpWizard(form);
  form.setReady(true);
  await settle();
  $('[name=role]').value = 'Skipper';
  $('#profile-form').dispatchEvent(new Event('input'));
  $('#open-wizard').click();
  await settle();
  assert.equal(profile.role, 'Skipper');
  assert.equal($('[name=q-role]').value, 'Skipper');
});

test('each kind of answer does to the profile what the helper’s wizard does', () => {
  const put = (changes, value, before = {}) => {
    const now = { aspirations: [], ...before };
    putAnswer(now, question(changes), value);
    return now;
  };
  assert.equal(put({}, '').role, null);
  assert.deepEqual(put({ kind: 'list', field: 'skills' }, [' SQL ', '']).skills, ['SQL']);
  assert.equal(put({ field: 'stay_years' }, '5').stay_years, 5);
  assert.deepEqual(put({ kind: 'choice', field: 'work_style', choices: choices('team', 'alone') }, 'alone', { work_style: ['team', 'asks first'] }).work_style, ['asks first', 'alone']);
  assert.deepEqual(put({ id: 'pay', kind: 'tradeoff', field: 'tradeoffs', choices: choices('more') }, 'more', { tradeoffs: { other: 'x' } }).tradeoffs, { other: 'x', pay: 'more' });
  assert.equal(put({ id: 'pay', kind: 'tradeoff', field: 'tradeoffs' }, '').tradeoffs, undefined);
  assert.deepEqual(put({ kind: 'list', field: 'stories' }, ['Built it', 'Sold it'], { stories: [{ action: 'Built it', result: 'It stood' }] }).stories,
    [{ action: 'Built it', result: 'It stood' }, { action: 'Sold it' }]);
  assert.deepEqual(put({ kind: 'aspirations', field: 'aspirations', private: true }, ['lead', 'Rest'], { aspirations: [{ text: 'Lead' }] }).aspirations.map(({ text, private: hidden }) => [text, hidden]),
    [['Lead', undefined], ['Rest', true]]);
});

test('what is known already stands in the fields', () => {
  assert.equal(answerIn({ work_style: ['x', 'team'] }, question({ kind: 'choice', field: 'work_style', choices: choices('team') })), 'team');
  assert.deepEqual(answerIn({ stories: [{ action: 'Built it' }] }, question({ kind: 'list', field: 'stories' })), ['Built it']);
  assert.equal(answerIn({ tradeoffs: { q: 'pay' } }, question({ kind: 'tradeoff', field: 'tradeoffs' })), 'pay');
  assert.equal(answerIn({}, question({ field: 'stay_years' })), '');
});

test('an example left as it is and private by nature stays private; a changed one is the user’s own', () => {
  const area = document.createElement('textarea');
  const chips = starterChips(WIZARD.starters, area);
  chips.root.querySelectorAll('.chip')[1].click();
  assert.deepEqual([area.value, chips.isPrivate()], ['Own a firm', true]);
  assert.ok(chips.root.textContent.includes('Careful.'));
  area.value = 'Own a bakery';
  assert.equal(chips.isPrivate(), false);
});

test('the ladder puts goals below what they lead to, and says where nothing leads up', () => {
  const rungs = renderLadder({ aspirations: [
    { id: 'a', text: 'Run a yard', horizon: 'long', weight: 3 }, { id: 'b', text: 'Lead a crew', horizon: 'mid', leads_to: 'a', steps: ['Trained two'], planned: ['A course'] },
    { id: 'c', text: 'Rest', private: true }, { id: 'd', text: 'Round', horizon: 'short', leads_to: 'e' }, { id: 'e', text: 'And round', horizon: 'short', leads_to: 'gone' },
  ] });
  assert.deepEqual(rungs.map((rung) => rung.querySelector('h3').textContent), [MESSAGES.horizon_long.message, MESSAGES.horizon_short.message, MESSAGES.horizon_open.message]);
  assert.deepEqual([...rungs[0].querySelectorAll('.below .yours')].map((one) => one.textContent), ['Lead a crew']);
  assert.ok(rungs[0].textContent.includes('Trained two') && rungs[0].textContent.includes('A course'));
  assert.equal(rungs[2].textContent.includes(MESSAGES.ladder_nothing.message), true);
});

test('two that lead to each other do not hang the ladder', () => {
  assert.deepEqual(renderLadder({ aspirations: [{ id: 'a', text: 'A', leads_to: 'b' }, { id: 'b', text: 'B', leads_to: 'a' }, { id: 'c', text: 'C' }] }).length, 1);
});

test('a profile is brought in from a file, and anything else is refused', async () => {
  assert.equal(profileIn('{"schema": "visionfit/profile@1"}'), null);
  assert.equal(profileIn('not json'), null);
  setUpTransfer(setUpProfile());
  const give = async (content) => {
    const file = $('#import-file');
    Object.defineProperty(file, 'files', { configurable: true, value: [{ name: 'mine.json', text: async () => content }] });
    file.dispatchEvent(new Event('change'));
    await settle();
  };
  await give('{}');
  assert.equal($('#profile-state').textContent, 'mine.json is no Visionfit profile.');
  assert.equal(asked.some(({ call }) => call === 'PUT /v1/profile'), false);
  await give(JSON.stringify({ schema: 'visionfit/profile@1', aspirations: [{ text: 'Lead' }], later: 1 }));
  assert.deepEqual(profile, { schema: 'visionfit/profile@1', aspirations: [{ text: 'Lead' }], later: 1 });
  assert.equal($('#profile-state').textContent, 'Imported: 1 aspiration.');
});
