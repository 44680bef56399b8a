import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import test from 'node:test';
import { compatible, HelperClient, HelperError } from '../../extension/background/helper-client.js';

const HEALTH = { service: 'visionfit', version: '0.1.0', models: 'ready' };

/** A helper that answers what it is told to, and remembers what it was asked. */
function helperThat(answer) {
  const asked = [];
  const fetch = async (url, init) => {
    asked.push({ url, ...init });
    return answer(new URL(url).pathname, init);
  };
  const client = new HelperClient({ port: 1234, token: 'secret', version: '0.1.7', fetch });
  return { client, asked };
}
const json = (body, status = 200, headers = { 'X-Visionfit': '0.1.0' }) => new Response(JSON.stringify(body), { status, headers });
const failure = (status, code) => json({ error: { code, message: 'A sentence.', hint: 'A hint.' } }, status);
const isState = (state, code = state) => (error) => error instanceof HelperError && error.state === state && error.code === code;

test('a helper that is there, paired and of this version is connected to', async () => {
  const { client, asked } = helperThat(() => json(HEALTH));
  assert.deepEqual(await client.connect(), HEALTH);
  assert.equal(asked[0].url, 'http://127.0.0.1:1234/v1/health');
});

test('nothing listens: not running', async () => {
  const { client } = helperThat(() => { throw new TypeError('Failed to fetch'); });
  await assert.rejects(client.connect(), isState('not_running'));
});

for (const [what, answer] of Object.entries({
  'a program without the identity header': () => json(HEALTH, 200, {}),
  'a program that names itself otherwise': () => json({ service: 'other' }),
  'a program that redirects': () => new Response(null, { status: 302, headers: { Location: 'http://127.0.0.1:9/' } }),
  'a web server that knows no such page': () => new Response('Not found', { status: 404 }),
})) {
  test(`${what}: wrong program, and it never sees the token`, async () => {
    const { client, asked } = helperThat(answer);
    await assert.rejects(client.connect(), isState('wrong_program'));
    assert.ok(asked.every(({ headers }) => !('Authorization' in headers)));
  });
}

test('a helper of another version: version mismatch', async () => {
  const { client } = helperThat(() => json(HEALTH, 200, { 'X-Visionfit': '0.2.0' }));
  await assert.rejects(client.connect(), isState('version_mismatch'));
});

test('before 1.0 the minor number counts, from then on the major one', () => {
  assert.ok(compatible('0.1.0', '0.1.9'));
  assert.ok(!compatible('0.1.0', '0.2.0'));
  assert.ok(compatible('1.4.0', '1.9.2'));
  assert.ok(!compatible('1.4.0', '2.0.0'));
});

test('no token yet, or one the helper does not know: not paired', async () => {
  const unpaired = new HelperClient({ port: 1, token: '', version: '0.1.0', fetch: async () => json(HEALTH) });
  await assert.rejects(unpaired.connect(), isState('not_paired'));
  await assert.rejects(helperThat(() => failure(401, 'not_paired')).client.profile(), isState('not_paired'));
});

test('too much to do, models loading or no answer in time: busy', async () => {
  await assert.rejects(helperThat(() => failure(503, 'busy')).client.brief([]), isState('busy'));
  await assert.rejects(helperThat(() => failure(503, 'models_loading')).client.brief([]), isState('busy', 'models_loading'));
});

test('a program that takes the call and never answers: busy', async (t) => {
  t.mock.method(AbortSignal, 'timeout', () => AbortSignal.abort(new DOMException('', 'TimeoutError')));
  const { client } = helperThat((_, { signal }) => { throw signal.reason; });
  await assert.rejects(client.health(), isState('busy'));
});

test('any other refusal brings the helper’s code, sentence and hint', async () => {
  const error = await helperThat(() => failure(413, 'too_large')).client.brief([]).catch((caught) => caught);
  assert.deepEqual([error.state, error.code, error.message, error.hint], ['failed', 'too_large', 'A sentence.', 'A hint.']);
  await assert.rejects(helperThat(() => failure(503, 'models_failed')).client.brief([]), isState('failed', 'models_failed'));
});

test('an answer that is no JSON is told as such', async () => {
  const { client } = helperThat(() => new Response('<p>', { headers: { 'X-Visionfit': '0.1.0' } }));
  await assert.rejects(client.profile(), isState('failed', 'bad_answer'));
});

test('a reading the user broke off is no error of the helper', async () => {
  const control = new AbortController();
  const { client } = helperThat(() => { control.abort(); throw control.signal.reason; });
  await assert.rejects(client.brief([], control.signal), (error) => error.name === 'AbortError');
});

test('pairing sends the code and the browser’s name, and gives the token', async () => {
  const { client, asked } = helperThat(() => json({ token: 'fresh' }, 201));
  assert.equal(await client.pair('1234-5678', 'Firefox on linux'), 'fresh');
  assert.deepEqual(JSON.parse(asked[0].body), { code: '1234-5678', client: 'Firefox on linux' });
  assert.equal(asked[0].headers['Content-Type'], 'application/json');
  assert.ok(!('Authorization' in asked[0].headers));
});

test('calls carry the token in their header, never in the address', async () => {
  const { client, asked } = helperThat(() => json({}));
  await client.profile();
  await client.saveProfile({});
  await client.brief([]);
  await client.savedBrief('ferry.example');
  for (const { url, headers } of asked) {
    assert.equal(headers.Authorization, 'Bearer secret');
    assert.ok(!url.includes('secret'));
  }
  assert.deepEqual(asked.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
    ['GET /v1/profile', 'PUT /v1/profile', 'POST /v1/briefs', 'GET /v1/briefs/ferry.example']);
});

test('over a real socket: a closed port, and a redirect that is not followed', async (t) => {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(302, { Location: '/elsewhere' }).end();
  });
  const stop = () => new Promise((done) => {
    server.closeAllConnections();
    server.close(done);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  t.after(stop);
  const client = new HelperClient({ port: server.address().port, token: 'secret', version: '0.1.0' });
  await assert.rejects(client.connect(), isState('wrong_program'));
  assert.deepEqual(asked, ['/v1/health']);
  await stop();
  await assert.rejects(client.connect(), isState('not_running'));
});
