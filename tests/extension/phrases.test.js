import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { Desk } from '../../extension/panel/desk.js';
import { marked } from '../../extension/panel/phrases/marked.js';
import { renderPhrases } from '../../extension/panel/phrases/list.js';
import { fakeHelper, MESSAGES, setUp, settle } from './browser.js';
import { ASPIRATIONS, briefWith, savedWith } from './sample.js';

const [PHRASE] = briefWith().phrases;
const OTHER = { ...PHRASE, id: 'p2', text: 'Figures are what I would bring.', aspiration: 'a3', quotes: [] };

let kept; // as the helper has it
let profile;
let asked;
let view;
let desk;
beforeEach(async () => {
  setUp();
  view = document.getElementById('view');
  kept = { kept: [], notes: 'Ask for Imke', interview_date: null, checklist: {} };
  profile = { schema: 'visionfit/profile@1', aspirations: structuredClone(ASPIRATIONS) };
  asked = fakeHelper({
    'GET /v1/briefs/ferry.example/preparation': () => kept,
    'PUT /v1/briefs/ferry.example/preparation': (body) => { kept = body; return kept; },
    'POST /v1/lint': ({ text }) => ({ findings: text.includes('amazing')
      ? [{ rule: 'length', severity: 'warning', message: 'It is like p2.', hint: '', span: null },
        { rule: 'flattery', severity: 'error', message: 'This flatters.', hint: 'Show respect.', span: [5, 12] }] : [] }),
    'GET /v1/profile': () => profile,
    'PUT /v1/profile': (body) => { profile = body; return profile; },
  });
  await draw();
});
async function draw(changes = { phrases: [PHRASE, OTHER] }) {
  desk = new Desk('ferry.example');
  const saved = savedWith(changes);
  view.replaceChildren(renderPhrases(saved, desk, { jump() {} }));
  await desk.load();
}
const $ = (selector) => view.querySelector(selector);
const card = (id) => $(`[data-phrase="${id}"]`);
const press = (element) => element.click();

test('keeping a phrase saves it with where it comes from, and leaves the rest of the preparation alone', async () => {
  press(card('p1').querySelector('[data-key=keep]'));
  await settle();
  assert.deepEqual(kept, {
    kept: [{ id: 'p1', text: PHRASE.text, original: PHRASE.text, aspiration: 'a1', evidence: ['v1'], true_for_me: false, order: 0 }],
    notes: 'Ask for Imke', interview_date: null, checklist: {},
  });
  assert.equal(card('p1').querySelector('[data-key=keep]').getAttribute('aria-pressed'), 'true');
  press(card('p1').querySelector('[data-key=keep]'));
  await settle();
  assert.deepEqual(kept.kept, []);
});

test('the keyboard stays where it was when a card is drawn anew', async () => {
  const button = card('p1').querySelector('[data-key=keep]');
  button.focus();
  press(button);
  await settle();
  assert.notEqual(document.activeElement, button);
  assert.equal(document.activeElement.dataset.key, 'keep');
  assert.ok(card('p1').contains(document.activeElement));
});

test('a tick that it is true keeps the phrase too', async () => {
  const box = card('p2').querySelector('input[type=checkbox]');
  box.click();
  await settle();
  assert.deepEqual(kept.kept.map(({ original, true_for_me }) => [original, true_for_me]), [[OTHER.text, true]]);
});

test('other words are kept beside the suggestion, and are to be found true anew', async () => {
  card('p1').querySelector('input[type=checkbox]').click();
  await settle();
  press(card('p1').querySelector('[data-key=edit]'));
  const area = card('p1').querySelector('textarea');
  assert.equal(document.activeElement, area);
  area.value = ' So would I. ';
  area.form.requestSubmit();
  await settle();
  assert.deepEqual(kept.kept.map(({ text, original, true_for_me }) => [text, original, true_for_me]), [['So would I.', PHRASE.text, false]]);
  assert.equal(card('p1').querySelector('.say').textContent, 'So would I.');
  assert.equal(document.activeElement.dataset.key, 'edit');
});

test('Escape leaves the phrase as it was', async () => {
  press(card('p1').querySelector('[data-key=edit]'));
  const area = card('p1').querySelector('textarea');
  area.value = 'Never mind';
  area.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await settle();
  assert.equal(card('p1').querySelector('.say').textContent, PHRASE.text);
  assert.deepEqual(kept.kept, []);
});

test('advice comes while one types, once a moment is quiet: what must be mended first', async () => {
  press(card('p1').querySelector('[data-key=edit]'));
  const area = card('p1').querySelector('textarea');
  for (const text of ['Your', 'Your amaz', 'Your amazing company']) {
    area.value = text;
    area.dispatchEvent(new Event('input'));
  }
  await settle(500);
  const lints = asked.filter(({ call }) => call === 'POST /v1/lint');
  assert.deepEqual(lints.map(({ body }) => body), [{ text: 'Your amazing company', brief: 'ferry.example', form: 'phrase', phrase: 'p1' }]);
  const [first, second] = [...view.querySelectorAll('.findings li')].map((item) => item.textContent);
  assert.match(first, /“amazing” This flatters\. Show respect\./);
  assert.match(second, /It is like phrase 2\./);
});

test('a draft is not lost when another phrase changes', async () => {
  press(card('p1').querySelector('[data-key=edit]'));
  card('p1').querySelector('textarea').value = 'Half a sent';
  press(card('p2').querySelector('[data-key=keep]'));
  await settle();
  assert.equal(card('p1').querySelector('textarea').value, 'Half a sent');
});

test('a phrase kept before and no longer suggested stays', async () => {
  kept.kept = [{ id: 'p1', text: 'Mine', original: 'Gone', aspiration: 'a1', evidence: [], true_for_me: false, order: 0 }];
  await draw();
  assert.equal($('.earlier .say').textContent, 'Mine');
  press(card('p1').querySelector('[data-key=keep]'));
  await settle();
  assert.deepEqual(kept.kept.map(({ id, order }) => [id, order]), [['p1', 0], ['p1-2', 1]]); // two phrases never share an id
  press([...view.querySelectorAll('.earlier button')].at(-1));
  await settle();
  assert.deepEqual(kept.kept.map(({ id }) => id), ['p1-2']);
  assert.equal($('.earlier').textContent, '');
});

test('a blank that is filled goes into the profile, to that aspiration alone', async () => {
  const form = card('p2').querySelector('.blanks form');
  form.elements.because.value = ' numbers calm me ';
  form.requestSubmit();
  await settle();
  assert.deepEqual(profile.aspirations.map(({ because }) => because), [undefined, undefined, 'numbers calm me']);
  assert.ok(chrome.storage.session.kept['profile-saved']); // the panel matches anew
});

test('no blank where nothing is missing', async () => {
  const full = ASPIRATIONS.map((one) => ({ ...one, because: 'I like it', steps: ['Did it'] }));
  view.replaceChildren(renderPhrases({ ...savedWith(), aspirations: full }, desk, { jump() {} }));
  assert.equal($('.blanks'), null);
});

test('what could not be saved is told', async () => {
  fakeHelper({ 'GET /v1/briefs/ferry.example/preparation': [507, { error: { code: 'disk_full', message: 'The disk is full.', hint: 'Make room.' } }] });
  press(card('p1').querySelector('[data-key=keep]'));
  await settle();
  assert.equal($('.trouble').hidden, false);
  assert.match($('.trouble').textContent, /The disk is full\. Make room\./);
});

test('two changes at once are both kept', async () => {
  await Promise.all([desk.keep(PHRASE), desk.keep(OTHER)]);
  assert.deepEqual(kept.kept.map(({ id, order }) => [id, order]), [['p1', 0], ['p2', 1]]);
  await desk.move('p2', 0);
  assert.deepEqual(desk.kept.map(({ id }) => id), ['p2', 'p1']);
});

test('why this phrase: your words beside theirs', () => {
  const why = card('p1').querySelector('details:last-of-type');
  assert.equal(why.querySelector('summary').textContent, MESSAGES.phrase_why.message);
  assert.equal(why.querySelector('.yours').textContent, 'Lead a crew');
  assert.equal(why.querySelector('.theirs').textContent, 'Grow your crew: We help people lead.');
});

test('blanks are marked apart from quotes', () => {
  const parts = marked('You say “calm”, and I did [what].', ['calm']).map((node) => [node.localName, node.className, node.textContent]);
  assert.deepEqual(parts.filter(([name]) => name === 'mark'), [['mark', 'quote', 'calm'], ['mark', 'blank', '[what]']]);
});
