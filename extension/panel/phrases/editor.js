/** Other words for a phrase, with what lint says of them while they are typed. */

import { h, unseen } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { liveLint } from '../../shared/live-lint.js';
import { secondsToSay, wordCount } from '../../shared/speech.js';

/**
 * @param {object} what
 * @param {string} what.text
 * @param {string} what.original
 * @param {string} what.name
 * @param {string} what.domain
 * @param {string | null} what.phrase the id of the suggestion it comes from
 * @param {(text: string) => void} what.save
 * @param {() => void} what.cancel
 */
export function editor({ text, original, name, domain, phrase, save, cancel }) {
  const area = h('textarea', { rows: 4, 'aria-label': t('phrase_edit_label', name) });
  area.value = text;
  const length = h('p', { class: 'muted small' });
  const count = () => { length.textContent = t('phrase_length', wordCount(area.value), secondsToSay(area.value)); };
  area.addEventListener('input', count);
  count();
  const restore = () => {
    area.value = original;
    area.dispatchEvent(new Event('input'));
    area.focus();
  };
  const onkeydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape') cancel();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && area.value.trim()) save(area.value.trim());
  };
  const onsubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (area.value.trim()) save(area.value.trim());
  };
  return h('form', { class: 'editor', onsubmit, onkeydown },
    area,
    length,
    h('div', { class: 'buttons' },
      h('button', { class: 'main' }, t('phrase_save'), unseen(` ${name}`)),
      h('button', { type: 'button', onclick: cancel }, t('cancel')),
      h('button', { type: 'button', class: 'quiet', onclick: restore }, t('phrase_restore'))),
    liveLint(area, () => ({ brief: domain, form: 'phrase', phrase })));
}
