/** The keyboard shortcut: the tab's best phrase onto the clipboard, by the page or, where that has no say, by the panel. */

import { ask } from '../shared/ask.js';
import { recallTab } from '../shared/session.js';

const SHOWN_MILLISECONDS = 2500;

/** @param {{id?: number, windowId: number}} tab */
export async function copyBestPhrase(tab) {
  const tabId = tab.id ?? -1;
  const text = await bestPhrase(tabId);
  const done = text !== '' && (await copyInPage(tabId, text) || await copyInPanel(tab.windowId, text));
  await chrome.action.setBadgeText({ tabId, text: done ? '✓' : '–' });
  setTimeout(() => chrome.action.setBadgeText({ tabId, text: '' }), SHOWN_MILLISECONDS);
}

/** The first the user kept, else the first that was suggested; empty where there is none. @param {number} tabId */
async function bestPhrase(tabId) {
  const { saved } = await recallTab(tabId);
  if (!saved) return '';
  const { company, phrases } = saved.brief;
  const { kept } = await ask('GET /v1/briefs/{domain}/preparation', { path: { domain: company.domain } }).catch(() => ({ kept: [] }));
  const [first] = [...kept].sort((a, b) => a.order - b.order);
  return first?.text ?? phrases[0]?.text ?? '';
}

/** @param {number} tabId @param {string} text */
async function copyInPage(tabId, text) {
  try {
    const [injected] = await chrome.scripting.executeScript({ target: { tabId }, func: copyHere, args: [text] });
    return Boolean(injected?.result);
  } catch {
    return false;
  }
}

/** @param {number} windowId @param {string} text */
const copyInPanel = (windowId, text) =>
  chrome.runtime.sendMessage({ copy: text, windowId }).then(Boolean, () => false); // nobody listens: no panel is open

/** Runs inside the page, so it may name nothing outside itself. Pages without https have no clipboard but the old way. @param {string} text */
export async function copyHere(text) {
  if (!document.hasFocus()) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
