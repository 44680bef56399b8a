/** The saved profile, changed as it is now. */

import { ask } from './ask.js';
import { announceProfile } from './session.js';

/** @import {Profile} from './contract.js' */

/** @param {(profile: Profile) => void} change @returns {Promise<Profile>} as saved; every open panel hears of it */
export async function changeProfile(change) {
  const profile = /** @type {Profile} */ (await ask('GET /v1/profile', {}));
  change(profile);
  const saved = /** @type {Profile} */ (await ask('PUT /v1/profile', { body: profile }));
  await announceProfile();
  return saved;
}
