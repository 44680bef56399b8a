import assert from 'node:assert/strict';
import test from 'node:test';
import vm from 'node:vm';
import { JSDOM } from 'jsdom';
import { captureDocument } from '../../extension/background/capture.js';
import { runInPage } from './browser.js';

const LIMITS = { characters: 100_000, links: 100, selection: 1000, selectionWords: 4 };

function pageOf(body, head = '') {
  return new JSDOM(`<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body>${body}</body></html>`, {
    url: 'https://ferry.example/about?x=1#here',
    runScripts: 'outside-only',
  });
}
const capture = (dom, limits = LIMITS) => runInPage(dom, captureDocument, limits);
const textOf = (html) => new JSDOM(html).window.document.body.textContent.replace(/\s+/g, ' ').trim();

test('the rendered page comes whole, with its title, language and address', () => {
  const captured = capture(pageOf('<h1 class="big">We &amp; you</h1><p>Write &lt;b&gt; &amp;amp; go</p><img alt="A &quot;boat&quot;">'));
  assert.equal(captured.url, 'https://ferry.example/about?x=1');
  assert.equal(captured.title, 'A page');
  assert.equal(captured.contentType, 'text/html');
  assert.equal(captured.truncated, false);
  const { document } = new JSDOM(captured.html).window;
  assert.equal(document.documentElement.lang, 'en');
  assert.equal(document.querySelector('h1.big').textContent, 'We & you');
  assert.equal(document.querySelector('p').textContent, 'Write <b> &amp; go');
  assert.equal(document.querySelector('img').alt, 'A "boat"');
});

test('open shadow roots are laid open, with slotted content in its place', () => {
  const dom = pageOf('<x-card><b slot="year">By 2035</b><i>not drawn</i></x-card>');
  const root = dom.window.document.querySelector('x-card').attachShadow({ mode: 'open' });
  root.innerHTML = '<p><slot name="year">Some day</slot> we sail without diesel. <slot name="more">Always.</slot></p><x-in></x-in>';
  root.querySelector('x-in').attachShadow({ mode: 'open' }).innerHTML = '<a href="/values">Deep link</a>';
  const captured = capture(dom);
  assert.equal(textOf(captured.html), 'By 2035 we sail without diesel. Always.Deep link');
  assert.match(captured.html, /<p><b slot="year">By 2035<\/b> we sail without diesel\. Always\.<\/p>/);
  assert.deepEqual(captured.links, [{ href: 'https://ferry.example/values', text: 'Deep link' }]);
});

test('what the user typed, scripts and drawings stay behind; structured data comes along', () => {
  const dom = pageOf(
    '<form><input value="secret1"><textarea>secret2</textarea><select><option>secret3</option></select></form>' +
    '<svg><text>drawn</text></svg><p onclick="alert(1)" data-user="secret4" data-bs-target="#a">Seen</p>' +
    '<img alt="x" src="data:image/png;base64,AAAA">',
    '<script>secret5</script><style>p{}</style><script type="application/ld+json">{"name":"A</b>"}</script>',
  );
  const { html } = capture(dom);
  assert.doesNotMatch(html, /secret|drawn|onclick|base64|<style/);
  assert.match(html, /data-bs-target="#a"/);
  assert.match(html, /<script type="application\/ld\+json">\{"name":"A<\\\/b>"\}<\/script>/);
});

test('frames of the same site are read in their place', () => {
  const dom = pageOf('<iframe></iframe>');
  dom.window.document.querySelector('iframe').contentDocument.body.innerHTML = '<p>Open jobs</p>';
  assert.equal(textOf(capture(dom).html), 'Open jobs');
});

test('a frame of another site with open jobs is named, for it cannot be read; others are not', () => {
  const dom = pageOf('<iframe src="https://boards.example/embed/job_board?for=ferry"></iframe><iframe src="https://apply.example/careers"></iframe><iframe src="https://video.example/player"></iframe>');
  for (const frame of dom.window.document.querySelectorAll('iframe')) Object.defineProperty(frame, 'contentDocument', { value: null });
  assert.deepEqual(capture(dom).frames, ['https://boards.example/embed/job_board?for=ferry', 'https://apply.example/careers']);
});

test('of a page that grows as one scrolls, what is drawn so far is read', () => {
  const dom = pageOf('<main><p>First.</p></main>');
  assert.doesNotMatch(capture(dom).html, /Second/);
  dom.window.document.querySelector('main').append(...['Second.', 'Third.'].map((text) => Object.assign(dom.window.document.createElement('p'), { textContent: text })));
  assert.equal(textOf(capture(dom).html), 'First.Second.Third.');
});

test('a selection of some words is kept with its lines; a stray word is not', () => {
  const select = (count) => {
    const dom = pageOf('<p id="p">one two three four five</p>');
    const text = dom.window.document.getElementById('p').firstChild;
    dom.window.getSelection().setBaseAndExtent(text, 0, text, count);
    return capture(dom).selection;
  };
  assert.equal(select('one two three four'.length), 'one two three four');
  assert.equal(select('one two'.length), null);
});

test('a huge page is cut, closed properly, and said to be cut', () => {
  const captured = capture(pageOf(`<div><p>${'word '.repeat(50)}</p>`.repeat(200)), { ...LIMITS, characters: 5000 });
  assert.equal(captured.truncated, true);
  assert.ok(captured.html.length < 6000);
  assert.match(captured.html, /<\/body><\/html>$/);
});

test('nesting deeper than the call stack is no trouble', () => {
  let inner = { nodeType: 3, nodeValue: 'bottom' };
  for (let depth = 0; depth < 100_000; depth++) {
    inner = { nodeType: 1, localName: 'div', attributes: [], childNodes: [inner], shadowRoot: null };
  }
  const { html } = vm.runInNewContext(`(${captureDocument})`, {
    Node: { TEXT_NODE: 3, ELEMENT_NODE: 1 },
    document: { documentElement: inner, title: '', contentType: 'text/html' },
    location: new URL('https://ferry.example/'),
    getSelection: () => null,
  })({ ...LIMITS, characters: 2_000_000 });
  assert.match(html, /<div>bottom<\/div>/);
});
