/** The button that empties what the browser keeps: pressed twice, as it does not come back. */

import { byId } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { forgetEverything } from '../shared/kept.js';

/** @param {() => void} done */
export function setUpForget(done) {
  const button = byId('forget-browser');
  let sure = false;
  const ask = (/** @type {boolean} */ again) => {
    sure = again;
    button.textContent = t(again ? 'forget_browser_sure' : 'forget_browser');
  };
  button.addEventListener('click', async () => {
    if (!sure) return ask(true);
    await forgetEverything();
    ask(false);
    byId('forget-state').textContent = t('forget_browser_done');
    done();
  });
  button.addEventListener('blur', () => ask(false));
}
