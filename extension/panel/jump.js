/** The way back from a quote to its sentence, in the tab it was read from. */

import { showSentence } from '../background/show-sentence.js';

/** @typedef {{link: string, wordings: string[]}} Place */

const HIGHLIGHT = 'visionfit';
const CSS = `::highlight(${HIGHLIGHT}) { background-color: #ffe08a; color: #221a00; }`;
const LOAD_MILLISECONDS = 15_000;
const DRAW_MILLISECONDS = 3000;

/** @param {number} tabId @param {Place} place */
export async function jumpTo(tabId, { link, wordings }) {
  const page = link.replace(/#.*$/, '');
  try {
    const { url } = await chrome.tabs.get(tabId);
    if (url?.replace(/#.*$/, '') !== page) await navigate(tabId, page);
    await chrome.tabs.update(tabId, { active: true });
  } catch {
    await chrome.tabs.create({ url: link }); // the tab is closed
    return;
  }
  try {
    await chrome.scripting.insertCSS({ target: { tabId }, css: CSS });
    const options = { highlight: HIGHLIGHT, milliseconds: DRAW_MILLISECONDS };
    await chrome.scripting.executeScript({ target: { tabId }, func: showSentence, args: [wordings, options] });
  } catch {
    // Moving to another page has ended the leave to touch the tab: always in Firefox, which in turn follows a text
    // fragment within the page; in Chromium only on another site.
    await chrome.tabs.update(tabId, { url: link });
  }
}

/** @param {number} tabId @param {string} page */
async function navigate(tabId, page) {
  const loaded = nextPage(tabId);
  await chrome.tabs.update(tabId, { url: page });
  await loaded;
}

/** Settled once the tab's next page is there, or after some time in which it never came. @param {number} tabId */
function nextPage(tabId) {
  return new Promise((resolve) => {
    let begun = false;
    /** @param {number} id @param {{status?: string}} change */
    const onUpdated = (id, { status }) => {
      if (id !== tabId) return;
      begun ||= status === 'loading';
      if (begun && status === 'complete') finish();
    };
    const timer = setTimeout(finish, LOAD_MILLISECONDS);
    chrome.tabs.onUpdated.addListener(onUpdated);

    function finish() {
      clearTimeout(timer);
      chrome.tabs.onUpdated.removeListener(onUpdated);
      resolve(undefined);
    }
  });
}
