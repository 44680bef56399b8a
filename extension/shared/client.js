/** The helper client, with what the user has set. */

import { HelperClient, HelperError } from '../background/helper-client.js';
import { connectNatively } from '../background/native.js';
import { readSettings } from './settings.js';

/** Installing the extension grants this; browsers let their users take it back at any time. */
const LEAVE = { origins: ['http://127.0.0.1/*'] };

/** @throws {HelperError} not_allowed: the requests would fail as if nothing listened there */
export async function currentClient() {
  if (!(await chrome.permissions.contains(LEAVE))) throw new HelperError('not_allowed');
  const version = chrome.runtime.getManifest().version;
  return new HelperClient({ ...(await readSettings()), version, reconnect: connectNatively });
}

/** Ask the user to give the leave again; browsers allow it only inside a click. @returns {Promise<boolean>} */
export const askLeave = () => chrome.permissions.request(LEAVE);
