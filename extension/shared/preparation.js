/** What the user prepares for one company: kept phrases, notes, the day, the checklist. The helper keeps it. */

import { ask } from './ask.js';

/** @import {Preparation} from './contract.js' */

/** @param {string} domain @returns {Promise<Preparation>} */
export const loadPreparation = (domain) => ask('GET /v1/briefs/{domain}/preparation', { path: { domain } });

/** The last change under way. */
let queue = Promise.resolve();

/**
 * Change what is kept now, and not what was kept when this view was opened: panel and companies page may both be open.
 * @param {string} domain
 * @param {(now: Preparation) => void} change
 * @returns {Promise<Preparation>} as it is kept now
 */
export function changePreparation(domain, change) {
  const changed = queue.then(async () => {
    const now = await loadPreparation(domain);
    change(now);
    return ask('PUT /v1/briefs/{domain}/preparation', { path: { domain }, body: now });
  });
  queue = changed.then(() => undefined, () => undefined);
  return changed;
}
