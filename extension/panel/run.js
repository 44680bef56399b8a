/** One reading from beginning to end: the helper asked, the pages taken, the brief made. It never throws. */

import { HelperError } from '../background/helper-client.js';
import { capturePage, PageProblem, readCompany } from '../background/read-tab.js';
import { currentClient } from '../shared/client.js';

/** @import {Captured} from '../background/capture.js' */
/** @import {Problem, Progress, Result, SavedBrief} from '../shared/contract.js' */

const MOST_TRIES = 4;
const LEAVE_MILLISECONDS = 150;

/**
 * @param {number} tabId
 * @param {{clicked: boolean, signal: AbortSignal, report: (progress: Progress) => void}} watch
 * @returns {Promise<Result>} a brief, or the problem that stood in its way
 */
export async function runReading(tabId, { clicked, signal, report }) {
  try {
    const captured = await capture(tabId, clicked);
    const client = await currentClient();
    await client.connect();
    const company = await readCompany(tabId, captured, {
      signal,
      report: (pages) => report({ stage: 'pages', pages: [...pages] }),
    });
    report({ stage: 'think', pages: company.outcomes });
    const brief = await client.brief(company.pages, signal);
    const { aspirations } = await client.profile();
    return { saved: { brief, aspirations, pages: company.outcomes } };
  } catch (error) {
    return { problem: problemOf(error) };
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
    return { saved: { brief, aspirations, pages: saved.pages } };
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
