import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { copyBestPhrase, copyHere } from '../../extension/background/copy-phrase.js';
import { keepTab } from '../../extension/shared/session.js';
import { fakeHelper, setUp } from './browser.js';
import { savedWith } from './sample.js';

const TAB = { id: 7, windowId: 1 };
const preparation = (kept) => ({ 'GET /v1/briefs/ferry.example/preparation': { kept, notes: '', interview_date: null, checklist: {} } });
let copied;
let badges;
beforeEach(async () => {
  setUp();
  copied = [];
  badges = [];
  chrome.action = { setBadgeText: async ({ text }) => badges.push(text) };
  chrome.scripting = { executeScript: async ({ target, func, args }) => { assert.deepEqual([target.tabId, func], [7, copyHere]); copied.push(args[0]); return [{ result: true }]; } };
  chrome.runtime.sendMessage = async () => { throw new Error('Receiving end does not exist.'); };
  await keepTab(7, { saved: savedWith() });
});

test('the first kept phrase is copied, in the user’s wording', async () => {
  fakeHelper(preparation([{ id: 'b', text: 'Second', order: 1 }, { id: 'a', text: 'Mine', order: 0 }]));
  await copyBestPhrase(TAB);
  assert.deepEqual([copied, badges], [['Mine'], ['✓']]);
});

test('without a kept one, or without the helper, it is the best suggestion', async () => {
  fakeHelper(preparation([]));
  await copyBestPhrase(TAB);
  globalThis.fetch = async () => { throw new TypeError('refused'); };
  await copyBestPhrase(TAB);
  assert.deepEqual(copied, Array(2).fill(savedWith().brief.phrases[0].text));
});

test('where the page has no say the panel copies, and where neither can it is not claimed', async () => {
  fakeHelper(preparation([]));
  chrome.scripting.executeScript = async () => { throw new Error('Cannot access a chrome:// URL'); };
  const asked = [];
  chrome.runtime.sendMessage = async (message) => { asked.push(message); return true; };
  await copyBestPhrase(TAB);
  assert.equal(asked[0].windowId, 1);
  chrome.runtime.sendMessage = async () => false;
  await copyBestPhrase(TAB);
  await copyBestPhrase({ id: 8, windowId: 1 }); // a tab without a brief
  assert.deepEqual(badges, ['✓', '–', '–']);
});

test('in the page: the clipboard, the old way where there is none, nothing without the focus', async () => {
  const ways = [];
  const page = (focus, clipboard) => {
    document.hasFocus = () => focus;
    document.execCommand = (command) => { ways.push(`${command} ${document.querySelector('textarea').value}`); return true; };
    Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { clipboard } });
  };
  page(true, { writeText: async (text) => { ways.push(text); } });
  assert.equal(await copyHere('words'), true);
  page(true, undefined);
  assert.equal(await copyHere('words'), true);
  assert.equal(document.querySelector('textarea'), null);
  page(false, undefined);
  assert.equal(await copyHere('words'), false);
  assert.deepEqual(ways, ['words', 'copy words']);
});
