/** How the connection to the helper may stand: for each state one thing to do. The messages `problem_STATE_title` and `_text` say it. */

/**
 * @typedef {'tryAgain' | 'openOptions' | 'allow'} ConnectionAction
 * @typedef {object} ConnectionState
 * @property {ConnectionAction} action what helps
 * @property {string} label the action's key
 * @property {string} [command] what to type into a terminal
 */

const LABELS = { tryAgain: 'action_try_again', openOptions: 'action_open_settings', allow: 'action_allow' };

/** @param {ConnectionAction} action @param {string} [command] @returns {ConnectionState} */
const helps = (action, command) => ({ action, label: LABELS[action], ...(command && { command }) });

/** By `HelperError.state`. */
export const CONNECTION_STATES = {
  not_running: helps('tryAgain', 'visionfit serve'),
  wrong_program: helps('openOptions'),
  not_paired: helps('openOptions', 'visionfit pair'),
  version_mismatch: helps('tryAgain'),
  not_allowed: helps('allow'),
  busy: helps('tryAgain'),
  failed: helps('tryAgain'),
};
