/** Everything the tab's page and its company pages have to say, taken with the one tab the user clicked on. */

import { captureDocument } from './capture.js';
import { fetchPage } from './fetch-page.js';
import { rankLinks } from './rank-links.js';

/** @import {Page, PageOutcome} from '../shared/contract.js' */
/** @import {Captured} from './capture.js' */
/** @import {Fetched} from './fetch-page.js' */
/** @import {RankedLink} from './rank-links.js' */

// Eight pages of these sizes stay under the 20 MB the helper takes at once.
export const LIMITS = {
  pages: 8,
  atOnce: 4,
  capture: { characters: 3_000_000, links: 3000, selection: 20_000, selectionWords: 4 },
  fetch: { milliseconds: 8000, bytes: 2_000_000 },
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
 * The company pages the captured page links to.
 * @param {number} tabId
 * @param {Captured} captured
 * @param {{signal: AbortSignal, report: (outcomes: PageOutcome[]) => void}} watch `report` gets every change, whole
 * @returns {Promise<{pages: Page[], outcomes: PageOutcome[]}>} the captured page first, then the best link first
 */
export async function readCompany(tabId, captured, { signal, report }) {
  const links = rankLinks(captured.links, captured.url, LIMITS.pages - 1);
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
  return withoutRepeats(captured, fetched, outcomes);
}

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
  return { url, title, status: 'read', reason };
}

/** @param {RankedLink} link @returns {PageOutcome} */
const waiting = ({ url, text }) => ({ url, title: text, status: 'waiting' });

/** @param {RankedLink} link @param {Fetched | undefined} page @returns {PageOutcome} */
function judged(link, page) {
  if (!page) return { url: link.url, title: link.text, status: 'failed', reason: 'lost_tab' };
  if (page.html !== undefined) return { url: page.url, title: link.text, status: 'read' };
  return { url: link.url, title: link.text, status: 'failed', reason: page.reason, httpStatus: page.httpStatus };
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
