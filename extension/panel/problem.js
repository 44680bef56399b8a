/** Why there is no new brief: one text and one action for each kind. */

import { h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

/** @import {Problem} from '../shared/contract.js' */
/** @import {Actions} from './view.js' */

/** @type {Record<string, 'readAgain' | 'openOptions' | 'allow' | null>} */
export const PROBLEM_ACTIONS = {
  not_allowed: 'allow',
  not_running: 'readAgain',
  wrong_program: 'openOptions',
  version_mismatch: 'readAgain',
  not_paired: 'openOptions',
  busy: 'readAgain',
  failed: 'readAgain',
  unreadable: null, // nothing in the panel helps: the user goes to another page, or
  not_html: null,
  needs_click: null, // clicks the toolbar button, which alone gives leave to read
};

const ACTION_LABELS = { readAgain: 'action_try_again', openOptions: 'action_open_settings', allow: 'action_allow' };

/** @param {Problem} problem @param {Pick<Actions, 'readAgain' | 'openOptions' | 'allow'>} actions */
export function renderProblem(problem, actions) {
  const action = PROBLEM_ACTIONS[problem.kind];
  return h('section', { class: 'card problem', 'data-problem': problem.kind },
    h('h1', {}, t(`problem_${problem.kind}_title`)),
    ...explain(problem),
    problem.kind === 'not_running' && h('pre', {}, h('code', {}, 'visionfit serve')),
    action && h('button', { type: 'button', class: 'main', onclick: actions[action] }, t(ACTION_LABELS[action])));
}

/** @param {Problem} problem */
function explain({ kind, code, message, hint }) {
  if (kind === 'failed' && message) {
    return [h('p', {}, message), hint ? h('p', {}, hint) : null, h('p', { class: 'muted small' }, t('problem_code', code ?? ''))];
  }
  return [h('p', {}, t(`problem_${kind}_text`, message ?? ''))];
}
