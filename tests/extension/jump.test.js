import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { jumpTo } from '../../extension/panel/jump.js';
import { setUp } from './browser.js';

const PLACE = { link: 'https://ferry.example/values#:~:text=Courage', wordings: ['Courage'] };

let calls;
beforeEach(() => {
  setUp();
  calls = [];
  const listeners = new Set();
  chrome.tabs = {
    get: async () => ({ url: 'https://ferry.example/about#top' }),
    create: async ({ url }) => calls.push(`create ${url}`),
    update: async (_, { url }) => {
      calls.push(url ? `go ${url}` : 'show');
      if (url) for (const status of ['loading', 'complete']) listeners.forEach((listener) => listener(7, { status }));
    },
    onUpdated: { addListener: (listener) => listeners.add(listener), removeListener: (listener) => listeners.delete(listener) },
  };
  chrome.scripting = {
    insertCSS: async () => {},
    executeScript: async ({ args }) => calls.push(`find ${args[0]}`),
  };
});

test('another page is opened first, then the sentence is shown on it', async () => {
  await jumpTo(7, PLACE);
  assert.deepEqual(calls, ['go https://ferry.example/values', 'show', 'find Courage']);
});

test('on the page that is open already nothing is loaded', async () => {
  chrome.tabs.get = async () => ({ url: 'https://ferry.example/values#other' });
  await jumpTo(7, PLACE);
  assert.deepEqual(calls, ['show', 'find Courage']);
});

test('where the tab may not be touched any more, the text fragment has to do', async () => {
  chrome.scripting.insertCSS = async () => { throw new Error('Missing host permission for the tab'); };
  await jumpTo(7, PLACE);
  assert.deepEqual(calls, ['go https://ferry.example/values', 'show', `go ${PLACE.link}`]);
});

test('a closed tab is replaced by a new one', async () => {
  chrome.tabs.get = async () => { throw new Error('No tab with id: 7'); };
  await jumpTo(7, PLACE);
  assert.deepEqual(calls, [`create ${PLACE.link}`]);
});
