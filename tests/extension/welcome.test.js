import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { renderWelcome } from '../../extension/panel/welcome.js';
import { CONNECTION_STATES } from '../../extension/shared/connection.js';
import { readSettings } from '../../extension/shared/settings.js';
import { fakeHelper, MESSAGES, setUp, settle } from './browser.js';

const STARTERS = [{ id: 's', text: 'Manage a team', theme: 't', hint: 'Say whom.', private: false }];
let view;
let profile;
let done;
let routes;
beforeEach(async () => {
  setUp();
  view = document.getElementById('view');
  profile = { schema: 'visionfit/profile@1', aspirations: [] };
  done = [];
  routes = {
    'GET /v1/profile': () => profile, 'PUT /v1/profile': (body) => { profile = body; return body; },
    'GET /v1/wizard': { questions: [], starters: STARTERS, explore: [] }, 'POST /v1/pairings': { token: 'fresh' },
  };
  fakeHelper(routes);
});
async function open() {
  view.replaceChildren(renderWelcome({ openOptions: () => done.push('openOptions') }));
  await settle(40);
}
const states = () => [...view.querySelectorAll('.first-steps li')].map(({ className }) => className);
const $ = (selector) => view.querySelector(selector);

test('three steps from the installation to the first brief, each done in the panel', async () => {
  await open();
  assert.deepEqual(states(), ['now', 'later', 'later']);
  $('#first-code').value = '1234 5678';
  $('form').requestSubmit();
  await settle(40);
  assert.equal((await readSettings()).token, 'fresh');
  assert.deepEqual(states(), ['done', 'now', 'later']);
  $('.chip').click();
  $('form').requestSubmit();
  await settle(40);
  assert.deepEqual(profile.aspirations, [{ text: 'Manage a team', private: false }]);
  assert.deepEqual(states(), ['done', 'done', 'now']);
  assert.ok(view.textContent.includes(MESSAGES.first_read_text.message));
});

test('a refused code is told beside the field, which keeps it', async () => {
  fakeHelper({ ...routes, 'POST /v1/pairings': [403, { error: { code: 'wrong_code', message: 'Not that one.', hint: 'Look again.' } }] });
  await open();
  $('#first-code').value = '00000000';
  $('form').requestSubmit();
  await settle(40);
  assert.equal($('.trouble').textContent, 'Not that one. Look again.');
  assert.equal($('#first-code').value, '00000000');
});

test('a helper that is down comes with its command and one button, which looks again', async () => {
  globalThis.fetch = async () => { throw new TypeError('refused'); };
  await open();
  assert.equal($('code').textContent, 'visionfit serve');
  assert.equal(view.querySelectorAll('button').length, 1);
  fakeHelper(routes);
  $('button').click();
  await settle(40);
  assert.ok($('#first-code'));
});

test('every state of the connection has its text and one action in the first step', async () => {
  const { connectStep } = await import('../../extension/panel/first/connect.js');
  for (const connection of Object.keys(CONNECTION_STATES)) {
    view.replaceChildren(...connectStep({ connection, detail: 'Detail.' }, async () => {}, {}).filter(Boolean));
    assert.ok(view.querySelector('p').textContent.length > 5, connection);
    assert.equal(view.querySelectorAll('button').length, 1, connection);
  }
});
