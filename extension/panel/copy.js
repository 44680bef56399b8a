/** A button that copies a text and says so. */

import { byId, h, unseen } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

const SHOWN_MILLISECONDS = 2500;

/** @param {string | (() => string)} text @param {string} name what is copied, for those who hear the button alone */
export function copyButton(text, name) {
  const label = h('span', {}, t('copy'));
  const button = h('button', { type: 'button', class: 'copy', 'data-key': 'copy' }, label, unseen(` ${name}`));
  button.addEventListener('click', async () => {
    const result = await copied(typeof text === 'string' ? text : text()) ? 'copy_done' : 'copy_failed';
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

/** The keyboard shortcut asks the panel when the page has no say in it. @param {number} windowId */
export function answerCopies(windowId) {
  chrome.runtime.onMessage.addListener((message, _, reply) => {
    if (typeof message?.copy !== 'string' || message.windowId !== windowId) return false;
    copied(message.copy).then((done) => {
      if (done) byId('announcer').textContent = t('copy_done');
      reply(done);
    });
    return true; // the reply comes later
  });
}
