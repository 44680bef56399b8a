/** A button that copies a text and says so. */

import { byId, h, unseen } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

const SHOWN_MILLISECONDS = 2500;

/** @param {string} text @param {string} name what is copied, for those who hear the button alone */
export function copyButton(text, name) {
  const label = h('span', {}, t('copy'));
  const button = h('button', { type: 'button', class: 'copy' }, label, unseen(` ${name}`));
  button.addEventListener('click', async () => {
    const result = await copied(text) ? 'copy_done' : 'copy_failed';
    label.textContent = t(result);
    byId('announcer').textContent = `${t(result)}: ${name}`;
    setTimeout(() => { label.textContent = t('copy'); }, SHOWN_MILLISECONDS);
  });
  return button;
}

/** @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
