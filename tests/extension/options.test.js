import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { beforeEach } from 'node:test';
import { setUpConnection } from '../../extension/options/connection.js';
import { setUpForget } from '../../extension/options/forget.js';
import { setUpLog } from '../../extension/options/log.js';
import { setUpProfile } from '../../extension/options/profile.js';
import { tidyCode } from '../../extension/shared/pairing.js';
import { savePort, readSettings, saveToken } from '../../extension/shared/settings.js';
import { EXTENSION, fakeHelper, MESSAGES, setUp, settle } from './browser.js';

const PROFILE = {
  schema: 'visionfit/profile@1', role: 'Purser', level: 'lead', skills: ['Knots'],
  aspirations: [
    { id: 'a1', text: 'Lead a crew', horizon: 'mid', weight: 2.5, private: true, because: 'I like it', steps: ['Train two'], planned: ['A course'] },
    { id: 'a2', text: 'Learn', horizon: null, weight: 1, private: false, because: null, steps: [] },
  ],
};

let asked;
let profileAnswer;
beforeEach(() => {
  setUp(readFileSync(new URL('options/options.html', EXTENSION), 'utf8'));
  asked = [];
  profileAnswer = () => new Response(JSON.stringify(PROFILE), { headers: { 'X-Visionfit': '0.1.0' } });
  globalThis.fetch = async (url, init) => {
    const path = new URL(url).pathname;
    const body = init.body && JSON.parse(init.body);
    asked.push({ call: `${init.method} ${path}`, body });
    if (path === '/v1/profile') return profileAnswer(init.method, body);
    const answer = path === '/v1/pairings' ? { token: 'fresh' } : { service: 'visionfit', version: '0.1.0', models: 'ready' };
    return new Response(JSON.stringify(answer), { headers: { 'X-Visionfit': '0.1.0' } });
  };
});

const $ = (selector) => document.querySelector(selector);
const submit = (form) => form.dispatchEvent(new window.Event('submit', { bubbles: true, cancelable: true }));
const type = (control, text) => {
  control.value = text;
  control.dispatchEvent(new window.Event('input', { bubbles: true }));
};
async function openProfile() {
  setUpProfile().setReady(true);
  await settle();
}
const saved = () => asked.find(({ call }) => call === 'PUT /v1/profile')?.body;

test('a code may be typed in any of the usual ways', () => {
  for (const typed of ['1234-5678', '12345678', ' 1234 5678 ', '1234–5678']) assert.equal(tidyCode(typed), '1234-5678');
  assert.equal(tidyCode(' nonsense '), 'nonsense');
});

test('a typed code pairs, keeps the token, and says so', async () => {
  setUpConnection(() => {});
  await settle();
  assert.equal($('#connection-state').dataset.state, 'not_paired');
  $('#code').value = '1234 5678';
  submit($('#pair-form'));
  await settle();
  assert.deepEqual(asked.find(({ call }) => call === 'POST /v1/pairings').body.code, '1234-5678');
  assert.equal((await readSettings()).token, 'fresh');
  assert.equal($('#code').value, '');
  assert.equal($('#connection-state').dataset.state, 'ready');
  assert.ok($('#pair-form').hidden);
});

test('a refused code shows the helper’s sentence and keeps what was typed', async () => {
  setUpConnection(() => {});
  await settle();
  const refusal = { error: { code: 'wrong_code', message: 'That code is not the one shown.', hint: 'Look again.' } };
  globalThis.fetch = async (url) => url.endsWith('/v1/health')
    ? new Response('{"service":"visionfit"}', { headers: { 'X-Visionfit': '0.1.0' } })
    : new Response(JSON.stringify(refusal), { status: 403, headers: { 'X-Visionfit': '0.1.0' } });
  $('#code').value = '0000-0000';
  submit($('#pair-form'));
  await settle();
  assert.match($('#connection-state').textContent, /That code is not the one shown\..*Look again\./);
  assert.equal($('#code').value, '0000-0000');
});

test('a helper that is down is told with the command that starts it', async () => {
  globalThis.fetch = async () => { throw new TypeError('refused'); };
  setUpConnection(() => {});
  await settle();
  assert.match($('#connection-state').textContent, /isn’t running.*visionfit serve/);
});

test('all that the browser keeps goes at a second press, and it does not connect by itself again', async () => {
  await saveToken('old');
  await savePort(41000);
  await chrome.storage.local.set({ 'read:alder.example': {} });
  await chrome.storage.session.set({ 'tab:1': {} });
  setUpForget(setUpConnection(() => {}));
  await settle();
  const button = $('#forget-browser');
  button.click();
  await settle();
  assert.equal(button.textContent, MESSAGES.forget_browser_sure.message);
  button.dispatchEvent(new window.Event('blur'));
  button.click();
  assert.ok('read:alder.example' in chrome.storage.local.kept); // left in between: asked once more
  button.click();
  await settle();
  assert.deepEqual([chrome.storage.local.kept, chrome.storage.session.kept], [{ unpaired: true }, {}]);
  assert.equal($('#forget-state').textContent, MESSAGES.forget_browser_done.message);
  assert.deepEqual([$('#connection-state').dataset.state, $('#port').value], ['not_paired', '38427']);
});

test('another port forgets the token of the old one', async () => {
  await saveToken('secret');
  await savePort(38427);
  assert.equal((await readSettings()).token, 'secret');
  await savePort(40000);
  assert.deepEqual(await readSettings(), { port: 40000, token: '' });
});

test('what the form does not show comes back to the helper as it was', async () => {
  await openProfile();
  submit($('#profile-form'));
  await settle();
  const rows = [{ kind: 'aspiration', leads_to: null }, { kind: 'aspiration', leads_to: null, planned: [] }];
  const aspirations = PROFILE.aspirations.map((one, index) => ({ ...rows[index], ...one }));
  assert.deepEqual(saved(), { ...PROFILE, aspirations, experience: [], education: [], training: [], work_style: [], avoid: [] });
});

test('editing, adding and removing aspirations', async () => {
  await openProfile();
  type($('fieldset [name=text]'), ' Lead a bigger crew ');
  type($('fieldset [name=steps]'), 'Train two\n\n Wrote the rota \n');
  [...document.querySelectorAll('.remove')].at(-1).click();
  $('#add-aspiration').click();
  assert.deepEqual([...document.querySelectorAll('legend')].map((legend) => legend.textContent), ['Aspiration 1', 'Aspiration 2']);
  type([...document.querySelectorAll('fieldset [name=text]')].at(-1), 'Speak Danish');
  $('#add-aspiration').click(); // left empty
  submit($('#profile-form'));
  await settle();
  assert.deepEqual(saved().aspirations.map(({ id, text, planned }) => [id, text, planned]),
    [['a1', 'Lead a bigger crew', ['A course']], [undefined, 'Speak Danish', []]]);
  assert.deepEqual(saved().aspirations[0].steps, ['Train two', 'Wrote the rota']);
});

test('saving says so and tells the open panels', async () => {
  await openProfile();
  type($('[name=role]'), 'Skipper');
  assert.equal($('#profile-state').textContent, MESSAGES.profile_unsaved.message);
  submit($('#profile-form'));
  await settle();
  assert.equal($('#profile-state').textContent, MESSAGES.profile_saved.message);
  assert.ok(chrome.storage.session.kept['profile-saved']);
});

test('a refused profile keeps what was typed and shows why', async () => {
  await openProfile();
  type($('[name=role]'), 'Skipper');
  profileAnswer = () => new Response(JSON.stringify({ error: { code: 'bad_profile', message: 'Too long.', hint: 'Shorten it.' } }),
    { status: 422, headers: { 'X-Visionfit': '0.1.0' } });
  submit($('#profile-form'));
  await settle();
  assert.equal($('#profile-state').textContent, 'Too long. Shorten it.');
  assert.equal($('[name=role]').value, 'Skipper');
});

test('every field has its label, and hints belong to their fields', async () => {
  await openProfile();
  for (const control of document.querySelectorAll('input:not([hidden]), select, textarea')) {
    assert.ok(control.labels.length === 1, control.outerHTML);
    const hint = control.getAttribute('aria-describedby');
    if (hint) assert.ok(document.getElementById(hint), hint);
  }
});

test('the privacy log is fetched when it is opened, and shown as text', async () => {
  const entries = [{ kind: 'received', url: 'https://ferry.example/<b>', reason: 'captured', bytes: 10, at: '2026-01-05T10:00:00Z' }];
  fakeHelper({ 'GET /v1/log': { entries } });
  setUpLog();
  assert.equal($('#log').textContent, '');
  $('#log-view').open = true;
  $('#log-view').dispatchEvent(new Event('toggle'));
  await settle();
  assert.match($('#log').textContent, /^Handed over https:\/\/ferry\.example\/<b> · .*captured$/);
});

test('a review that is due is asked for with its reason', async () => {
  const versions = { versions: [], review_due: true, review_hint: 'Half a year has gone by.' };
  fakeHelper({ 'GET /v1/profile': PROFILE, 'GET /v1/profile/versions': versions });
  await openProfile();
  assert.deepEqual([$('#review').hidden, $('#review').textContent], [false, 'Half a year has gone by.']);
});
