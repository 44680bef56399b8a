/** One reading from beginning to end: the helper asked, the pages taken, the brief made. It never throws. */

import { HelperError } from '../background/helper-client.js';
import { capturePage, onlyThisPage, PageProblem, readCompany } from '../background/read-tab.js';
import { ask } from '../shared/ask.js';
import { noteReading } from '../shared/changes.js';
import { currentClient } from '../shared/client.js';
import { savedDomains } from '../shared/kept.js';

/** @import {Captured} from '../background/capture.js' */
/** @import {Choice, PageOutcome, Problem, Progress, Result, SavedBrief} from '../shared/contract.js' */

const MOST_TRIES = 4;
const LEAVE_MILLISECONDS = 150;

/**
 * @param {number} tabId
 * @param {object} watch
 * @param {boolean} watch.clicked
 * @param {AbortSignal} watch.signal
 * @param {(progress: Progress) => void} watch.report
 * @param {Choice} [watch.choice]
 * @param {boolean} [watch.selectionOnly] read the marked text and no other page
 * @param {string} [watch.shownFor] the page whose brief is on view: of another site, something new is shown before all is read
 * @returns {Promise<Result>} a brief, or the problem that stood in its way
 */
export async function runReading(tabId, { clicked, signal, report, choice, selectionOnly = false, shownFor = '' }) {
  try {
    const captured = await capture(tabId, clicked);
    if (selectionOnly && !captured.selection) return { problem: { kind: 'no_selection' } };
    const client = await currentClient();
    await client.connect();
    /** @type {Progress} */
    const progress = { stage: 'pages', pages: [] };
    const tell = (/** @type {Partial<Progress>} */ news) => report(Object.assign(progress, news));
    const another = !URL.canParse(shownFor) || new URL(shownFor).origin !== new URL(captured.url).origin;
    const domains = savedDomains(signal).catch(() => null); // what went wrong will be told by the whole brief
    const early = another && !selectionOnly ? earlyBrief(captured, domains, signal).then((found) => found && tell({ preview: found })) : domains;
    const company = selectionOnly ? onlyThisPage(captured) : await readCompany(tabId, captured, {
      choice,
      signal,
      report: (pages) => tell({ pages: [...pages] }),
    });
    tell({ stage: 'think', pages: company.outcomes });
    await early; // the helper reads one at a time, and the little one first; nothing new is kept while the old is dropped
    const brief = await client.brief(company.pages, signal);
    const { aspirations } = await client.profile();
    await noteReading(brief);
    return { saved: { brief, aspirations, pages: company.outcomes, choice, madeAt: Date.now() } };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/**
 * Something to read while the rest is read: the saved brief of this company, else a brief of the open page alone.
 * @param {Captured} captured @param {Promise<string[] | null>} domains the helper's @param {AbortSignal} signal
 * @returns {Promise<SavedBrief | null>} none where it could not be made: the whole brief will tell why
 */
async function earlyBrief({ url, html, title, selection }, domains, signal) {
  try {
    const { hostname } = new URL(url);
    const known = (await domains)?.find((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
    const brief = known
      ? await ask('GET /v1/briefs/{domain}', { path: { domain: known } }, signal)
      : await ask('POST /v1/briefs', { body: { pages: [{ url, html, title: title || null, selection }] } }, signal);
    const { aspirations } = await ask('GET /v1/profile', {}, signal);
    const pages = brief.pages.map((page) => /** @type {PageOutcome} */ ({ url: page.url, title: page.title, status: 'read' }));
    return { brief, aspirations, pages, madeAt: Date.now() };
  } catch {
    return null;
  }
}

/**
 * The helper holds the company it read against the aspirations of now.
 * @param {SavedBrief} saved
 * @returns {Promise<Result>}
 */
export async function rematch(saved) {
  try {
    const client = await currentClient();
    const brief = await client.savedBrief(saved.brief.company.domain);
    const { aspirations } = await client.profile();
    return { saved: { ...saved, brief, aspirations, madeAt: Date.now() } };
  } catch (error) {
    return { saved, problem: problemOf(error) };
  }
}

/**
 * Without a click the browser may have taken back the leave to read the tab. With one, the leave takes a moment to get
 * around: in Chromium the click may arrive here before the page's own process has heard of it.
 * @param {number} tabId @param {boolean} clicked
 * @returns {Promise<Captured>}
 */
async function capture(tabId, clicked) {
  for (let tries = 1; ; tries++) {
    try {
      return await capturePage(tabId);
    } catch (error) {
      if (!(error instanceof PageProblem) || error.kind !== 'unreadable' || tries === MOST_TRIES) throw error;
      if (!clicked) throw new PageProblem('needs_click');
      await new Promise((next) => setTimeout(next, LEAVE_MILLISECONDS));
    }
  }
}

/** @param {unknown} error @returns {Problem} */
export function problemOf(error) {
  if (error instanceof HelperError) return { kind: error.state, code: error.code, message: error.message, hint: error.hint };
  if (error instanceof PageProblem) return { kind: error.kind, message: error.message };
  return { kind: 'failed', code: 'unexpected', message: String(error), hint: '' };
}
