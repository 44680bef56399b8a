/** Pairing with the helper, the port, and how the connection stands. */

import { HelperError } from '../background/helper-client.js';
import { askLeave, currentClient } from '../shared/client.js';
import { CONNECTION_STATES } from '../shared/connection.js';
import { byId, h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { pairWith } from '../shared/pairing.js';
import { forgetToken, readSettings, savePort } from '../shared/settings.js';

/** What may have changed outside the browser. The other kinds are put right by the forms below. */
const LOOK_AGAIN = new Set(['not_running', 'version_mismatch', 'busy', 'failed']);

const states = /** @type {Record<string, import('../shared/connection.js').ConnectionState>} */ (CONNECTION_STATES);

/**
 * @param {(ready: boolean) => void} onChange told after every look at the connection
 * @returns {() => void} has another look
 */
export function setUpConnection(onChange) {
  const code = /** @type {HTMLInputElement} */ (byId('code'));
  const port = /** @type {HTMLInputElement} */ (byId('port'));

  const look = async () => {
    port.value = String((await readSettings()).port);
    const state = await connectionState();
    showState(state, look);
    onChange(state.kind === 'ready');
  };

  byId('pair-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await pairWith(code.value);
      code.value = '';
    } catch (error) {
      showState(stateOf(error), look);
      return;
    }
    await look();
  });
  byId('port-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    await savePort(Number(port.value));
    await look();
  });
  byId('unpair').addEventListener('click', async () => {
    await forgetToken();
    await look();
  });
  look();
  return look;
}

/** @typedef {{kind: string, message: string, hint: string}} ConnectionState */

/** @returns {Promise<ConnectionState>} */
async function connectionState() {
  try {
    const client = await currentClient();
    const health = await client.connect();
    await client.profile(); // shows that the helper still knows the token
    return { kind: 'ready', message: t(`connection_models_${health.models}`), hint: '' };
  } catch (error) {
    return stateOf(error);
  }
}

/** @param {unknown} error @returns {ConnectionState} */
function stateOf(error) {
  if (!(error instanceof HelperError)) return { kind: 'failed', message: String(error), hint: '' };
  if (error.state === 'failed') return { kind: 'failed', message: error.message, hint: error.hint };
  return { kind: error.state, message: t(`problem_${error.state}_text`, error.message), hint: '' };
}

/** @param {ConnectionState} state @param {() => void} look */
function showState({ kind, message, hint }, look) {
  const box = byId('connection-state');
  box.dataset.state = kind;
  box.replaceChildren(
    h('strong', {}, t(kind === 'ready' ? 'connection_ready' : `problem_${kind}_title`)),
    h('p', { class: 'muted' }, message),
    ...(hint ? [h('p', { class: 'muted' }, hint)] : []),
    ...(states[kind]?.command ? [h('pre', {}, h('code', {}, states[kind].command))] : []),
    ...(kind === 'not_allowed' ? [h('button', { type: 'button', onclick: () => askLeave().then(look) }, t('action_allow'))] : []),
    ...(LOOK_AGAIN.has(kind) ? [h('button', { type: 'button', id: 'look-again', onclick: look }, t('action_try_again'))] : []),
  );
  byId('pair-form').hidden = kind === 'ready';
  byId('unpair').hidden = kind !== 'ready';
}
