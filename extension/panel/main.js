/** The side panel: it takes the toolbar's clicks, reads the tab, and shows what came of it. */

import { askLeave } from '../shared/client.js';
import { byId } from '../shared/dom.js';
import { localise } from '../shared/i18n.js';
import { keepsCompanies, savedDomains } from '../shared/kept.js';
import { keepTab, profileTime, recallTab, takeClick, watchSession } from '../shared/session.js';
import { watchSettings } from '../shared/settings.js';
import { announcementOf } from './announce.js';
import { chosen } from './choice.js';
import { answerCopies } from './copy.js';
import { jumpTo } from './jump.js';
import { rematch, runReading } from './run.js';
import { renderView } from './view.js';

/** @import {Choice, Progress, Result} from '../shared/contract.js' */

/** The tab whose brief is on view. */
let shownTab = -1;
/** When pairing or port last changed while this panel was open. */
let settingsTime = 0;
const MENDED_BY_SETTINGS = new Set(['not_allowed', 'not_paired', 'not_running', 'wrong_program']);

/** Readings under way, by tab. @type {Map<number, {control: AbortController, progress: Progress}>} */
const running = new Map();

/** @param {number} tabId */
async function show(tabId) {
  shownTab = tabId;
  const record = await recallTab(tabId);
  if (shownTab !== tabId) return;
  const progress = running.get(tabId)?.progress ?? null;
  const view = byId('view');
  view.setAttribute('aria-busy', String(progress !== null));
  renderView(view, { record, progress }, {
    readAgain: () => read(tabId),
    readSelection: () => read(tabId, { selectionOnly: true }),
    choosePages: async (change) => read(tabId, { choice: chosen((await recallTab(tabId)).saved, change) }),
    openOptions,
    allow: async () => { if (await askLeave()) await read(tabId); },
    jump: (place) => jumpTo(tabId, place),
  });
  announce(announcementOf(record, progress));
}

/** @param {string} sentence */
function announce(sentence) {
  const announcer = byId('announcer');
  if (announcer.textContent !== sentence) announcer.textContent = sentence;
}

/**
 * @param {number} tabId
 * @param {{clicked?: boolean, choice?: Choice, selectionOnly?: boolean}} [wish] `clicked`: the toolbar button was
 *   clicked for it just now; without a choice the one before holds
 */
async function read(tabId, { clicked = false, choice, selectionOnly } = {}) {
  running.get(tabId)?.control.abort();
  const control = new AbortController();
  const run = { control, progress: /** @type {Progress} */ ({ stage: 'capture', pages: [] }) };
  running.set(tabId, run);
  show(tabId);
  const before = await recallTab(tabId);
  const result = await runReading(tabId, {
    clicked,
    choice: choice ?? before.saved?.choice,
    selectionOnly,
    shownFor: before.saved?.pages[0]?.url,
    signal: control.signal,
    report: (progress) => {
      run.progress = progress;
      if (shownTab === tabId && !control.signal.aborted) show(tabId);
    },
  });
  if (running.get(tabId) !== run) return;
  running.delete(tabId);
  await settle(tabId, { saved: before.saved, ...result });
}

/** @param {number} tabId @param {Result} result */
async function settle(tabId, result) {
  await keepTab(tabId, { ...result, at: Date.now() });
  if (shownTab === tabId) await show(tabId);
}

const openOptions = () => chrome.runtime.openOptionsPage();

/** @param {string} path */
const openPage = (path) => chrome.tabs.create({ url: chrome.runtime.getURL(path) });

/** Show the tab, and mend what is out of date: a user changes the settings in another tab and comes back to this one. @param {number} tabId */
async function refresh(tabId) {
  await show(tabId);
  const { saved, problem, at = 0 } = await recallTab(tabId);
  if (running.has(tabId)) return;
  if (problem && MENDED_BY_SETTINGS.has(problem.kind) && at < settingsTime) await read(tabId);
  else if (saved && at < await profileTime()) await settle(tabId, await rematch(saved));
}

async function start() {
  localise(document);
  const { id } = await chrome.windows.getCurrent();
  const windowId = /** @type {number} */ (id);
  const onClick = async () => {
    const click = await takeClick(windowId);
    if (click) await read(click.tabId, { clicked: true });
  };
  const [active] = await chrome.tabs.query({ active: true, windowId });
  if (active?.id !== undefined) await refresh(active.id);

  byId('read-again').addEventListener('click', () => read(shownTab));
  byId('open-options').addEventListener('click', openOptions);
  byId('open-companies').addEventListener('click', () => openPage('companies/companies.html'));
  answerCopies(windowId);
  watchSession(windowId, { onClick, onProfile: () => refresh(shownTab) });
  watchSettings(() => {
    settingsTime = Date.now();
    refresh(shownTab);
  });
  chrome.tabs.onActivated.addListener((info) => {
    if (info.windowId === windowId) refresh(info.tabId);
  });
  await onClick();
  if (!running.size && await keepsCompanies()) await savedDomains().then(() => refresh(shownTab), () => {});
}

start();
