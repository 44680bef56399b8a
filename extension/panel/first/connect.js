/** The first step: the helper runs and knows this browser. One text and one action for each way it may stand. */

import { askLeave } from '../../shared/client.js';
import { CONNECTION_STATES } from '../../shared/connection.js';
import { h } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { pairForm } from './pair-form.js';

/** @import {Standing} from './standing.js' */
/** @import {Actions} from '../view.js' */

/** @param {Standing} now @param {() => Promise<void>} look @param {Actions} actions */
export function connectStep({ connection, detail }, look, actions) {
  const state = connection === 'ready' ? 'failed' : connection;
  const { action, label, command } = CONNECTION_STATES[state];
  if (state === 'not_paired') return [h('p', {}, t('first_pair_text')), h('pre', {}, h('code', {}, command)), pairForm(look)];
  const deeds = { tryAgain: look, openOptions: actions.openOptions, allow: () => askLeave().then(look) };
  return [
    h('p', {}, state === 'failed' && detail ? detail : t(`problem_${state}_text`, detail)),
    command && h('pre', {}, h('code', {}, command)),
    h('button', { type: 'button', class: 'main', onclick: deeds[action] }, t(label)),
  ];
}
