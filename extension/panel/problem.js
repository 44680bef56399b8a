/** Why there is no new brief: one text and one action for each kind. */

import { CONNECTION_STATES } from '../shared/connection.js';
import { h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { pairForm } from './first/pair-form.js';

/** @import {ConnectionAction, ConnectionState} from '../shared/connection.js' */
/** @import {Problem} from '../shared/contract.js' */
/** @import {Actions} from './view.js' */

/** @typedef {Pick<Actions, 'readAgain' | 'readSelection' | 'openOptions' | 'allow'>} ProblemActions */

/** What each thing to do is in the panel. @type {Record<ConnectionAction, keyof ProblemActions>} */
const BY_STATE = { tryAgain: 'readAgain', openOptions: 'openOptions', allow: 'allow' };

const states = /** @type {Record<string, ConnectionState>} */ (CONNECTION_STATES);

/** @type {Record<string, keyof ProblemActions | null>} */
export const PROBLEM_ACTIONS = {
  ...Object.fromEntries(Object.entries(states).map(([state, { action }]) => [state, BY_STATE[action]])),
  not_paired: null, // it has its own form
  no_selection: 'readSelection',
  unreadable: null, // nothing in the panel helps: the user goes to another page, or
  not_html: null,
  needs_click: null, // clicks the toolbar button, which alone gives leave to read
};

/** @param {Problem} problem @param {ProblemActions} actions */
export function renderProblem(problem, actions) {
  const action = PROBLEM_ACTIONS[problem.kind];
  const state = states[problem.kind];
  return h('section', { class: 'card problem', 'data-problem': problem.kind },
    h('h1', {}, t(`problem_${problem.kind}_title`)),
    ...explain(problem),
    state?.command && h('pre', {}, h('code', {}, state.command)),
    problem.kind === 'not_paired' && pairForm(() => {}), // the new pairing goes on by itself
    action && h('button', { type: 'button', class: 'main', onclick: actions[action] }, t(state?.label ?? 'action_try_again')));
}

/** @param {Problem} problem */
function explain({ kind, code, message, hint }) {
  if (kind === 'failed' && message) {
    return [h('p', {}, message), hint ? h('p', {}, hint) : null, h('p', { class: 'muted small' }, t('problem_code', code ?? ''))];
  }
  return [h('p', {}, t(`problem_${kind}_text`, message ?? ''))];
}
