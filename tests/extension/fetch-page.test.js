import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import test, { after, before } from 'node:test';
import vm from 'node:vm';
import { fetchPage } from '../../extension/background/fetch-page.js';

const LIMITS = { milliseconds: 300, bytes: 2000, leastWords: 5 };
const html = (response, body, type = 'text/html; charset=utf-8') => response.setHeader('Content-Type', type).end(body);
const ROUTES = {
  '/about': (_, response) => html(response, '<p>Café</p>'),
  '/old': (_, response) => html(response, Buffer.from('<meta charset="iso-8859-1"><p>Café</p>', 'latin1'), 'text/html'),
  '/odd': (_, response) => html(response, '<p>Café</p>', 'text/html; charset=klingon'),
  '/moved': (_, response) => response.writeHead(302, { Location: '/about' }).end(),
  '/away': (_, response) => response.writeHead(302, { Location: `${other}/about` }).end(),
  '/pdf': (_, response) => html(response, '%PDF', 'application/pdf'),
  '/big': (_, response) => html(response, 'x'.repeat(3000)),
  '/endless': (_, response) => {
    response.setHeader('Content-Type', 'text/html');
    const timer = setInterval(() => response.write('x'.repeat(900)), 5);
    response.on('close', () => clearInterval(timer));
  },
  '/shell': (_, response) => html(response, '<title>About all of us at the ferry</title><div id="root"></div><script>const words = "many words that nobody sees"</script>'),
  '/short': (_, response) => html(response, '<p>Few words.</p>'),
  '/drawn': (_, response) => html(response, '<p>Enough words to be read as text.</p><script>x()</script>'),
  '/slow': () => {},
};

let site;
let other;
const servers = [];
async function serve() {
  const server = createServer((request, response) => {
    const route = ROUTES[request.url];
    if (route) route(request, response);
    else response.writeHead(404).end();
  });
  servers.push(server);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${server.address().port}`;
}

before(async () => {
  site = await serve();
  other = await serve();
});
after(() => servers.forEach((server) => {
  server.closeAllConnections();
  server.close();
}));

/** In a context of its own, as in a page: nothing of the module is in reach. */
function get(path) {
  const { fetch, AbortController, setTimeout, clearTimeout, TextDecoder, Uint8Array } = globalThis;
  const context = { fetch, AbortController, setTimeout, clearTimeout, TextDecoder, Uint8Array, URL, location: new URL(site) };
  return vm.runInNewContext(`(${fetchPage})`, context)(site + path, LIMITS);
}

test('a page comes as text, in the charset of its header or of its own head', async () => {
  assert.equal((await get('/about')).html, '<p>Café</p>');
  assert.match((await get('/old')).html, /Café/);
  assert.match((await get('/odd')).html, /Café/);
});

test('a short page is no shell, and a page with its text is none for having scripts', async () => {
  assert.match((await get('/short')).html, /Few words/);
  assert.match((await get('/drawn')).html, /Enough words/);
});

test('a redirect within the site is followed and its end is the address', async () => {
  assert.equal((await get('/moved')).url, `${site}/about`);
});

for (const [path, reason] of Object.entries({
  '/away': 'other_site', '/pdf': 'not_html', '/big': 'too_large', '/endless': 'too_large', '/slow': 'timeout', '/none': 'http_error', '/shell': 'needs_script',
})) {
  test(`${path} is not read: ${reason}`, async () => {
    const page = await get(path);
    assert.equal(page.html, undefined);
    assert.equal(page.reason, reason);
  });
}

test('a site that is gone is said to be unreachable', async () => {
  const { fetch: _, ...rest } = globalThis;
  const context = { ...rest, AbortController, setTimeout, clearTimeout, URL, location: new URL(site), fetch: () => Promise.reject(new TypeError()) };
  const page = await vm.runInNewContext(`(${fetchPage})`, context)(`${site}/about`, LIMITS);
  assert.equal(page.reason, 'network');
});
