/** Taking the profile along as a file, and bringing one in. */

import { ask } from '../shared/ask.js';
import { byId } from '../shared/dom.js';
import { download } from '../shared/files.js';
import { t, tCount } from '../shared/i18n.js';
import { tell } from './profile.js';

/** @import {Profile} from '../shared/contract.js' */

const SCHEMA = 'visionfit/profile@1';

/** @param {{put: (profile: Profile) => Promise<boolean>}} profile */
export function setUpTransfer({ put }) {
  byId('export-profile').addEventListener('click', async () => {
    try {
      download('visionfit-profile.json', `${JSON.stringify(await ask('GET /v1/profile', {}), null, 1)}\n`, 'application/json');
    } catch (error) {
      tell(error);
    }
  });
  const file = /** @type {HTMLInputElement} */ (byId('import-file'));
  byId('import-profile').addEventListener('click', () => file.click());
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (!chosen) return;
    const profile = profileIn(await chosen.text());
    if (!profile) tell(new Error(t('import_no_profile', chosen.name)));
    else if (await put(profile)) tell(tCount('import_done', profile.aspirations.length));
  });
}

/** @param {string} text @returns {Profile | null} */
export function profileIn(text) {
  try {
    const found = JSON.parse(text);
    return found?.schema === SCHEMA && Array.isArray(found.aspirations) ? found : null;
  } catch {
    return null;
  }
}
