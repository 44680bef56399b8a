/**
 * The connection that needs no typing: the browser starts a small program that `visionfit install` has made known to it,
 * which starts the helper where it is not running and gives its port and a token.
 */

import { HelperError } from './helper-client.js';
import { connectionFound, mayStart, readSettings } from '../shared/settings.js';
import { browserName } from '../shared/browser-name.js';

const NAME = 'visionfit.helper';
const MILLISECONDS = 30_000;

/** @typedef {{port: number, token: string}} Connection */

/** One asking at a time: panel and settings page may both want the helper. @type {Promise<Connection | null> | null} */
let asking = null;

/**
 * @returns {Promise<Connection | null>} null where the user has not set this up, or has set port or pairing by hand
 * @throws {HelperError} `wrong_program`, or `failed` with what the helper says
 */
export function connectNatively() {
  asking ??= connect().finally(() => { asking = null; });
  return asking;
}

/** @returns {Promise<Connection | null>} */
async function connect() {
  const { port: byHand, allowed } = await mayStart();
  if (!allowed || !chrome.runtime.sendNativeMessage) return null;
  const answer = await ask({ token: (await readSettings()).token, client: await browserName() });
  if (answer === null) return null;
  if (answer.error) throw errorOf(answer.error);
  const { port, token } = answer;
  if (!Number.isInteger(port) || typeof token !== 'string' || !token) return null;
  if (byHand !== null && byHand !== port) return null; // a port the user chose is never silently another
  await connectionFound({ port, token });
  return { port, token };
}

/** @param {{token: string, client: string}} message @returns {Promise<any>} null where there is no such program */
async function ask(message) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((done) => { timer = setTimeout(() => done(null), MILLISECONDS); });
  try {
    return await Promise.race([chrome.runtime.sendNativeMessage(NAME, message), late]) ?? null;
  } catch {
    return null; // browsers say it only in words: not found, forbidden, ended
  } finally {
    clearTimeout(timer);
  }
}

/** @param {{code: string, message: string, hint: string}} error */
const errorOf = (error) => new HelperError(error.code === 'port_taken' ? 'wrong_program' : 'failed', error);
