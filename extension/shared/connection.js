/** How the connection to the helper may stand: for each state one title, one text and one thing to do. */

/**
 * @typedef {'tryAgain' | 'openOptions' | 'allow'} ConnectionAction
 * @typedef {object} ConnectionState
 * @property {string} title a key of the messages
 * @property {string} text a key; `$1` is the helper's own detail
 * @property {ConnectionAction} action what helps
 * @property {string} label the action's key
 * @property {string} [command] what to type into a terminal
 */

const LABELS = { tryAgain: 'action_try_again', openOptions: 'action_open_settings', allow: 'action_allow' };

/** @param {string} state @param {ConnectionAction} action @param {string} [command] @returns {ConnectionState} */
const stateOf = (state, action, command) => ({
  title: `problem_${state}_title`, text: `problem_${state}_text`, action, label: LABELS[action], ...(command && { command }),
});

/** By `HelperError.state`. */
export const CONNECTION_STATES = {
  not_running: stateOf('not_running', 'tryAgain', 'visionfit serve'),
  wrong_program: stateOf('wrong_program', 'openOptions'),
  not_paired: stateOf('not_paired', 'openOptions'),
  version_mismatch: stateOf('version_mismatch', 'tryAgain'),
  not_allowed: stateOf('not_allowed', 'allow'),
  busy: stateOf('busy', 'tryAgain'),
  failed: stateOf('failed', 'tryAgain'),
};
