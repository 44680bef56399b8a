/** The whole view, from what is known of the tab. */

import { renderBrief } from './brief.js';
import { renderProblem } from './problem.js';
import { renderProgress } from './progress.js';
import { renderWelcome } from './welcome.js';

/** @import {Progress, Result} from '../shared/contract.js' */
/** @import {Place} from './jump.js' */

/**
 * @typedef {object} Actions
 * @property {() => void} readAgain
 * @property {() => void} openOptions
 * @property {() => void} allow give the leave to reach the helper again
 * @property {(place: Place) => void} jump
 */

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
  const body = record.saved ? renderBrief(record.saved, actions) : top ? null : renderWelcome(actions);
  const hadFocus = root.contains(document.activeElement);
  root.replaceChildren(...[top, body].filter((part) => part !== null));
  if (hadFocus) root.focus(); // the button that was pressed is gone: the keyboard goes on from here
}
