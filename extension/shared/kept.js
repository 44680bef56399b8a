/** What this browser keeps of companies, and its end: what the helper has forgotten is forgotten here too. */

import { ask } from './ask.js';

/** @import {TabRecord} from './contract.js' */

const READ = 'read:'; // see changes.js
const TAB = 'tab:'; // see session.js

/** @returns {Promise<{area: chrome.storage.StorageArea, key: string, domain: string}[]>} */
async function entries() {
  const [local, session] = await Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]);
  const readings = Object.keys(local).filter((key) => key.startsWith(READ))
    .map((key) => ({ area: chrome.storage.local, key, domain: key.slice(READ.length) }));
  const briefs = Object.entries(session).filter(([key]) => key.startsWith(TAB))
    .flatMap(([key, record]) => {
      const { saved } = /** @type {TabRecord} */ (record);
      return saved ? [{ area: chrome.storage.session, key, domain: saved.brief.company.domain }] : [];
    });
  return [...readings, ...briefs];
}

/**
 * Drop what is kept of companies that the helper no longer has, as after `visionfit forget`.
 * @param {AbortSignal} [signal]
 * @returns {Promise<string[]>} the domains it has
 * @throws {import('../background/helper-client.js').HelperError}
 */
export async function savedDomains(signal) {
  const before = await entries(); // first: what is read meanwhile stays
  const { domains } = await ask('GET /v1/domains', {}, signal);
  const gone = before.filter(({ domain }) => !domains.includes(domain));
  await Promise.all(gone.map(({ area, key }) => area.remove(key)));
  return domains;
}

/** Whether there is anything to ask about. */
export const keepsCompanies = async () => (await entries()).length > 0;

/** Everything: pairing, port, readings, briefs. The browser then connects only when it is told to. */
export async function forgetEverything() {
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
  await chrome.storage.local.set({ unpaired: true });
}
