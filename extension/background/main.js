/**
 * The toolbar click. It opens the panel and leaves a note there of the tab to read: the panel does the reading,
 * because a service worker may be ended in the middle of a long request and the panel may not.
 */
import { forgetTab, leaveClick } from '../shared/session.js';
import { copyBestPhrase } from './copy-phrase.js';

/** Chromium has the one, Firefox the other. */
const { sidePanel, sidebarAction } = /** @type {any} */ (chrome);

chrome.action.onClicked.addListener((tab) => {
  // Opening must come first and without an await: browsers allow it only inside the click itself.
  const opened = sidePanel ? sidePanel.open({ windowId: tab.windowId }) : sidebarAction.open();
  if (tab.id !== undefined) leaveClick(tab.windowId, { tabId: tab.id, url: tab.url ?? '', at: Date.now() });
  return opened;
});

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === 'copy-best-phrase' && tab) copyBestPhrase(tab);
});

chrome.tabs.onRemoved.addListener((tabId) => forgetTab(tabId));

// The token is for the extension's own pages, never for a script that runs inside a web page.
chrome.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
