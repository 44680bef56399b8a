/** The pairing code, typed in the panel itself. */

import { h } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { pairWith } from '../../shared/pairing.js';
import { problemText } from '../../shared/problem-text.js';

/** @param {() => unknown} done */
export function pairForm(done) {
  const code = h('input', { id: 'first-code', inputmode: 'numeric', autocomplete: 'off', spellcheck: 'false', required: true, maxlength: 12, placeholder: '1234-5678' });
  const state = h('p', { class: 'trouble', role: 'alert', hidden: true });
  const onsubmit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    try {
      await pairWith(code.value);
    } catch (error) {
      state.textContent = problemText(error);
      state.hidden = false;
      return;
    }
    await done();
  };
  return h('form', { class: 'row', onsubmit },
    h('label', { for: 'first-code' }, t('pair_label')), code, h('button', { class: 'main' }, t('pair_action')), state);
}
