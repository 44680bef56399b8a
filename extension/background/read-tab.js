/** Everything the tab's page and its company pages have to say, taken with the one tab the user clicked on. */

import { captureDocument } from './capture.js';
import { fetchPage } from './fetch-page.js';
import { linksElsewhere, rankLinks } from './rank-links.js';

/** @import {Choice, Page, PageOutcome} from '../shared/contract.js' */
/** @import {Captured} from './capture.js' */
/** @import {Fetched} from './fetch-page.js' */
/** @import {RankedLink} from './rank-links.js' */

// Eight pages of these sizes stay under the 20 MB the helper takes at once.
export const LIMITS = {
  pages: 8,
  atOnce: 4,
  capture: { characters: 3_000_000, links: 3000, selection: 20_000, selectionWords: 4 },
  fetch: { milliseconds: 8000, bytes: 2_000_000, leastWords: 25 },
  elsewhere: 3,
};

/** The tab's page is one that cannot be read; `kind` says why. */
export class PageProblem extends Error {
  /** @param {'unreadable' | 'not_html' | 'needs_click'} kind @param {string} [detail] */
  constructor(kind, detail) {
    super(detail ?? kind);
    this.kind = kind;
  }
}

/**
 * The page as it is rendered.
 * @param {number} tabId
 * @returns {Promise<Captured>}
 * @throws {PageProblem}
 */
export async function capturePage(tabId) {
  const captured = await inPage(tabId, captureDocument, [LIMITS.capture]);
  if (!/^(text\/html|application\/xhtml\+xml)$/.test(captured.contentType)) throw new PageProblem('not_html');
  if (!/^https?:/.test(captured.url)) throw new PageProblem('unreadable');
  return captured;
}

/**
 * The company pages the captured page links to, but for what the user added or left out.
 * @param {number} tabId
 * @param {Captured} captured
 * @param {{choice?: Choice, signal: AbortSignal, report: (outcomes: PageOutcome[]) => void}} watch `report` gets every
 *   change, whole
 * @returns {Promise<{pages: Page[], outcomes: PageOutcome[]}>} the captured page first, then the best link first
 */
export async function readCompany(tabId, captured, { choice, signal, report }) {
  const chosen = choice?.origin === new URL(captured.url).origin ? choice : { added: [], dropped: [] };
  const links = linksToRead(captured, chosen);
  /** @type {PageOutcome[]} */
  const outcomes = [captureOutcome(captured), ...links.map(waiting)];
  report(outcomes);

  /** @type {(Fetched | undefined)[]} */
  const fetched = [];
  await forEach(links, LIMITS.atOnce, async (link, index) => {
    if (signal.aborted) return;
    fetched[index] = await inPage(tabId, fetchPage, [link.url, LIMITS.fetch]).catch(() => undefined);
    outcomes[index + 1] = judged(link, fetched[index]);
    if (!signal.aborted) report(outcomes);
  });
  signal.throwIfAborted();
  const read = withoutRepeats(captured, fetched, outcomes);
  return { ...read, outcomes: [...read.outcomes, ...outOfReach(captured), ...chosen.dropped.map(dropped)] };
}

/** The captured page alone. @param {Captured} captured @returns {{pages: Page[], outcomes: PageOutcome[]}} */
export const onlyThisPage = (captured) => withoutRepeats(captured, [], [captureOutcome(captured)]);

/** @param {Captured} captured @param {Pick<Choice, 'added' | 'dropped'>} chosen @returns {Link[]} */
function linksToRead({ links, url }, chosen) {
  const added = chosen.added.filter((one) => one !== url).map((one) => ({ url: one, text: '', topic: 'added' }));
  const left = new Set([...chosen.dropped, ...chosen.added]);
  const ranked = rankLinks(links, url, LIMITS.pages - 1 + left.size).filter((link) => !left.has(link.url));
  return [...added, ...ranked].slice(0, LIMITS.pages - 1);
}

/** @param {Captured} captured @returns {PageOutcome[]} */
function outOfReach({ frames, links, url }) {
  const framed = (frames ?? []).map((address) => ({ url: address, text: new URL(address).host, reason: 'frame' }));
  const linked = linksElsewhere(links, url, LIMITS.elsewhere).map((link) => ({ ...link, reason: 'other_address' }));
  return [...framed, ...linked].slice(0, LIMITS.elsewhere)
    .map(({ url: address, text, reason }) => ({ url: address, title: text, status: 'elsewhere', reason }));
}

/** @param {string} url @returns {PageOutcome} */
const dropped = (url) => ({ url, title: '', status: 'dropped' });

/** Two links may lead to one page by a redirect. @param {Captured} captured @param {(Fetched | undefined)[]} fetched @param {PageOutcome[]} outcomes */
function withoutRepeats(captured, fetched, outcomes) {
  const { url, html, title, selection } = captured;
  const pages = [{ url, html, title: title || null, selection }];
  const seen = new Set([url]);
  const kept = outcomes.filter((_, index) => {
    const page = fetched[index - 1];
    if (page?.html === undefined) return true;
    if (seen.has(page.url)) return false;
    seen.add(page.url);
    pages.push({ url: page.url, html: page.html, title: null, selection: null });
    return true;
  });
  return { pages, outcomes: kept };
}

/** @param {Captured} captured @returns {PageOutcome} */
function captureOutcome({ url, title, truncated, selection }) {
  const reason = selection ? 'selection_only' : truncated ? 'cut_short' : undefined;
  return { url, title, status: 'read', reason, topic: 'open' };
}

/** @typedef {Pick<RankedLink, 'url' | 'text' | 'topic'>} Link */

/** @param {Link} link @returns {PageOutcome} */
const waiting = ({ url, text, topic }) => ({ url, title: text, status: 'waiting', topic });

/** @param {Link} link @param {Fetched | undefined} page @returns {PageOutcome} */
function judged(link, page) {
  const { text: title, topic } = link;
  if (!page) return { url: link.url, title, topic, status: 'failed', reason: 'lost_tab' };
  if (page.html !== undefined) return { url: page.url, title, topic, status: 'read' };
  return { url: link.url, title, topic, status: 'failed', reason: page.reason, httpStatus: page.httpStatus };
}

/**
 * Run a function inside the tab's page.
 * @template {any[]} Arguments
 * @template Result
 * @param {number} tabId
 * @param {(...args: Arguments) => Result} func
 * @param {Arguments} args
 * @returns {Promise<Awaited<Result>>}
 * @throws {PageProblem}
 */
async function inPage(tabId, func, args) {
  let injected;
  try {
    [injected] = await chrome.scripting.executeScript({ target: { tabId }, func, args });
  } catch (error) {
    throw new PageProblem('unreadable', String(error));
  }
  const failure = /** @type {any} */ (injected)?.error;
  if (!injected || failure || !injected.result) throw new PageProblem('unreadable', String(failure));
  return /** @type {Awaited<Result>} */ (injected.result);
}

/**
 * @template Item
 * @param {Item[]} items
 * @param {number} atOnce
 * @param {(item: Item, index: number) => Promise<void>} work
 */
async function forEach(items, atOnce, work) {
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      await work(items[index], index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
