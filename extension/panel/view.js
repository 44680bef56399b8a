/** The whole view, from what is known of the tab. */

import { h } from '../shared/dom.js';
import { renderCompany } from './company.js';
import { renderProblem } from './problem.js';
import { renderProgress } from './progress.js';
import { renderWelcome } from './welcome.js';

/** @import {Progress, Result, SavedBrief} from '../shared/contract.js' */
/** @import {Place} from './jump.js' */

/**
 * @typedef {object} Actions
 * @property {() => void} readAgain
 * @property {() => void} readSelection read the marked text of the page, and nothing else
 * @property {(change: {add?: string, drop?: string, take?: string}) => void} choosePages
 * @property {() => void} openOptions
 * @property {() => void} allow give the leave to reach the helper again
 * @property {(place: Place) => void} jump
 */

/** Nothing is wrong but the page: what there is to do first can be done here. */
const OF_THE_PAGE = new Set(['unreadable', 'not_html', 'needs_click']);

/** What is on view, by the moment its brief was made: it is kept while only the news above it changes. @type {{madeAt?: number, body?: HTMLElement}} */
let kept = {};

/**
 * A problem never hides a brief that is already there.
 * @param {HTMLElement} root
 * @param {{record: Result, progress: Progress | null}} state
 * @param {Actions} actions
 */
export function renderView(root, { record, progress }, actions) {
  const top = progress
    ? renderProgress(progress)
    : record.problem ? renderProblem(record.problem, actions) : null;
  const shown = progress?.preview ?? record.saved;
  const begins = !top || (!progress && OF_THE_PAGE.has(record.problem?.kind ?? ''));
  const body = shown ? bodyOf(root, shown, actions) : begins ? renderWelcome(actions) : null;
  const hadFocus = root.contains(document.activeElement);
  for (const child of [...root.children]) if (child !== body) child.remove();
  if (body && body.parentElement !== root) root.append(body);
  if (top) root.prepend(h('div', { class: 'news' }, top));
  if (hadFocus && !root.contains(document.activeElement)) root.focus(); // the button that was pressed is gone: the keyboard goes on from here
}

/** @param {HTMLElement} root @param {SavedBrief} saved @param {Actions} actions */
function bodyOf(root, saved, actions) {
  if (kept.body?.parentElement === root && saved.madeAt && kept.madeAt === saved.madeAt) return kept.body;
  const body = renderCompany(saved, actions);
  performance.mark('brief'); // for scripts/bench_panel.py
  kept = { madeAt: saved.madeAt, body };
  return body;
}
