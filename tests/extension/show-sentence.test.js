import assert from 'node:assert/strict';
import test from 'node:test';
import { JSDOM } from 'jsdom';
import { showSentence } from '../../extension/background/show-sentence.js';

/** What was marked and scrolled to in a page, after a search for the wordings. */
async function show(body, wordings, { prepare = () => {}, milliseconds = 0 } = {}) {
  const { window } = new JSDOM(`<!doctype html><body>${body}`, { runScripts: 'outside-only' });
  const marked = [];
  const scrolled = [];
  window.CSS = { highlights: { set: (name, ranges) => marked.push(name, ...ranges.map(String)) } };
  window.Highlight = function (...ranges) { return ranges; };
  window.Element.prototype.scrollIntoView = function () { scrolled.push(this.id || this.localName); };
  window.Element.prototype.checkVisibility = function () { return !this.closest('[hidden]'); };
  prepare(window.document);
  window.__args = [wordings, { highlight: 'here', milliseconds }];
  const found = await window.eval(`(${showSentence})(...__args)`);
  return { found, marked, scrolled };
}

test('a sentence is found across inline marks and folded white space', async () => {
  const { marked, scrolled } = await show('<p id="p">So: we <b>keep\n  the</b> boats sailing. Always.</p>', ['we keep the boats sailing.']);
  assert.deepEqual(marked, ['here', 'we', 'keep\n  the', 'boats sailing.']);
  assert.deepEqual(scrolled, ['p']);
});

test('the next wording is tried where the first is not there', async () => {
  const { marked } = await show('<p>We keep the boats sailing</p>', ['We keep the boats sailing in winter', 'We keep the']);
  assert.deepEqual(marked, ['here', 'We keep the']);
});

test('a copy that is hidden is passed over', async () => {
  const { scrolled } = await show('<p id="menu" hidden>Courage</p><p id="card">Courage</p>', ['Courage']);
  assert.deepEqual(scrolled, ['card']);
});

test('shadow roots and slots are searched in the order they are drawn', async () => {
  const { marked } = await show('<x-card><i>By 2035</i></x-card>', ['By 2035 we sail clean'], {
    prepare: (document) => {
      document.querySelector('x-card').attachShadow({ mode: 'open' }).innerHTML = '<p><slot></slot> we sail clean</p>';
    },
  });
  assert.deepEqual(marked, ['here', 'By 2035', 'we sail clean']);
});

test('a page that draws late is waited for', async () => {
  const { found } = await show('<main></main>', ['Courage'], {
    milliseconds: 5000,
    prepare: (document) => setTimeout(() => { document.querySelector('main').textContent = 'Courage'; }, 50),
  });
  assert.equal(found, true);
});

test('what is not there is not shown', async () => {
  assert.deepEqual(await show('<p>Other</p>', ['Courage', '']), { found: false, marked: [], scrolled: [] });
});
