/** What is kept until the browser closes: the last click of each window, and the last brief of each tab. */

/** @import {Click, TabRecord} from './contract.js' */

const clickKey = (/** @type {number} */ windowId) => `click:${windowId}`;
const tabKey = (/** @type {number} */ tabId) => `tab:${tabId}`;
const PROFILE_KEY = 'profile-saved';

/** @param {number} windowId @param {Click} click */
export const leaveClick = (windowId, click) => chrome.storage.session.set({ [clickKey(windowId)]: click });

/**
 * The window's click that nobody has answered yet, which counts as answered from now on.
 * @param {number} windowId
 * @returns {Promise<Click | null>}
 */
export async function takeClick(windowId) {
  const key = clickKey(windowId);
  const found = (await chrome.storage.session.get(key))[key];
  if (found) await chrome.storage.session.remove(key);
  return /** @type {Click | null} */ (found ?? null);
}

/** @param {number} tabId @returns {Promise<TabRecord>} */
export async function recallTab(tabId) {
  const key = tabKey(tabId);
  return /** @type {TabRecord} */ ((await chrome.storage.session.get(key))[key] ?? {});
}

/** @param {number} tabId @param {TabRecord} record */
export const keepTab = (tabId, record) => chrome.storage.session.set({ [tabKey(tabId)]: record });

/** @param {number} tabId */
export const forgetTab = (tabId) => chrome.storage.session.remove(tabKey(tabId));

/** Tell the panels that the aspirations have changed. */
export const announceProfile = () => chrome.storage.session.set({ [PROFILE_KEY]: Date.now() });

/** When the aspirations last changed, as far as this browser knows. */
export async function profileTime() {
  return Number((await chrome.storage.session.get(PROFILE_KEY))[PROFILE_KEY] ?? 0);
}

/**
 * @param {number} windowId
 * @param {{onClick: () => void, onProfile: () => void}} listeners
 */
export function watchSession(windowId, { onClick, onProfile }) {
  chrome.storage.session.onChanged.addListener((changes) => {
    if (changes[clickKey(windowId)]?.newValue) onClick();
    if (changes[PROFILE_KEY]?.newValue) onProfile();
  });
}
