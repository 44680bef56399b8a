import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { beforeEach } from 'node:test';
import { HelperClient, HelperError } from '../../extension/background/helper-client.js';
import { connectNatively } from '../../extension/background/native.js';
import { CONNECTION_STATES } from '../../extension/shared/connection.js';
import { forgetToken, readSettings, savePort, saveToken } from '../../extension/shared/settings.js';
import { EXTENSION, setUp } from './browser.js';

const json = (body, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'X-Visionfit': '0.1.0' } });
const HEALTH = { service: 'visionfit', version: '0.1.0', models: 'ready' };

/** The program behind `visionfit install`. */
let program;
let told;

beforeEach(() => {
  setUp();
  told = [];
  program = () => ({ port: 38427, token: 'fresh', version: '0.1.0' });
  chrome.runtime.sendNativeMessage = async (name, message) => {
    told.push([name, message]);
    return program(message);
  };
});

test('port and token come by themselves, and are kept', async () => {
  assert.deepEqual(await connectNatively(), { port: 38427, token: 'fresh' });
  assert.deepEqual(await readSettings(), { port: 38427, token: 'fresh' });
  const [[name, message]] = told;
  assert.equal(name, 'visionfit.helper');
  assert.equal(message.token, '');
  assert.match(message.client, / on linux$/);
});

test('a token that is still good is offered, so that no second pairing is made', async () => {
  await saveToken('old');
  await connectNatively();
  assert.equal(told[0][1].token, 'old');
});

test('two who ask at once ask once', async () => {
  await Promise.all([connectNatively(), connectNatively()]);
  assert.equal(told.length, 1);
});

test('without the program, or with one that answers nonsense, there is no connection', async () => {
  for (const answer of [
    () => { throw new Error('Specified native messaging host not found.'); },
    () => undefined, () => ({}), () => ({ port: 'x', token: 't' }), () => ({ port: 1, token: '' }),
  ]) {
    program = answer;
    assert.equal(await connectNatively(), null);
  }
  assert.deepEqual(await readSettings(), { port: 38427, token: '' });
});

test('what hinders the program is told: another program on the port, a helper that does not start', async () => {
  program = () => ({ error: { code: 'port_taken', message: 'Taken.', hint: 'End it.' } });
  await assert.rejects(connectNatively(), (error) => error instanceof HelperError && error.state === 'wrong_program');
  program = () => ({ error: { code: 'not_started', message: 'No.', hint: 'Run doctor.' } });
  await assert.rejects(connectNatively(), (error) => error.state === 'failed' && error.hint === 'Run doctor.');
});

test('a port set by hand is never silently another', async () => {
  await savePort(40000);
  assert.equal(await connectNatively(), null);
  assert.deepEqual(await readSettings(), { port: 40000, token: '' });
  program = () => ({ port: 40000, token: 'fresh', version: '0.1.0' });
  assert.deepEqual(await connectNatively(), { port: 40000, token: 'fresh' });
});

test('a port that only the helper told may be another next time', async () => {
  await connectNatively();
  program = () => ({ port: 50000, token: 'newer', version: '0.1.0' });
  assert.deepEqual(await connectNatively(), { port: 50000, token: 'newer' });
});

test('a user who ended the pairing is not paired again until they do it themselves', async () => {
  await connectNatively();
  await forgetToken();
  assert.equal(await connectNatively(), null);
  await saveToken('by hand');
  assert.notEqual(await connectNatively(), null);
});

test('a call that nobody hears starts the helper and is made once more; one that is heard is not', async () => {
  const asked = [];
  let running = false;
  const fetch = async (url, { headers }) => {
    asked.push([url, headers.Authorization]);
    if (!running) throw new TypeError('Failed to fetch');
    return json(HEALTH);
  };
  const reconnect = async () => {
    running = true;
    return { port: 2, token: 'fresh' };
  };
  const client = new HelperClient({ port: 1, token: 'old', version: '0.1.0', fetch, reconnect });
  await client.connect();
  await client.profile();
  assert.deepEqual(asked, [['http://127.0.0.1:1/v1/health', undefined], ['http://127.0.0.1:2/v1/health', undefined],
    ['http://127.0.0.1:2/v1/profile', 'Bearer fresh']]);
});

test('a helper that does not know us pairs us, once', async () => {
  let pairings = 0;
  const fetch = async () => json({ error: { code: 'not_paired', message: '', hint: '' } }, 401);
  const reconnect = async () => {
    pairings += 1;
    return { port: 1, token: 'fresh' };
  };
  const client = new HelperClient({ port: 1, token: 'old', version: '0.1.0', fetch, reconnect });
  await assert.rejects(client.profile(), (error) => error.state === 'not_paired');
  assert.equal(pairings, 1);
});

test('any other problem starts nothing', async () => {
  const reconnect = () => assert.fail('it was started');
  for (const answer of [() => new Response('x'), () => json({ error: { code: 'busy' } }, 503), () => json({ error: { code: 'wrong_code' } }, 403)]) {
    const client = new HelperClient({ port: 1, token: 'old', version: '0.1.0', fetch: async () => answer(), reconnect });
    await assert.rejects(client.profile(), HelperError);
  }
});

test('each state of the connection has one title, one text and one action, in every language', () => {
  for (const language of ['en', 'de']) {
    const messages = JSON.parse(readFileSync(new URL(`_locales/${language}/messages.json`, EXTENSION), 'utf8'));
    for (const [state, { label }] of Object.entries(CONNECTION_STATES)) {
      for (const key of [`problem_${state}_title`, `problem_${state}_text`, label]) assert.ok(messages[key]?.message, `${language}: ${key} of ${state}`);
    }
  }
});
