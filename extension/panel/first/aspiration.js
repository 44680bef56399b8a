/** The second step: one aspiration, in the user's own words or begun from an example. */

import { h } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { problemText } from '../../shared/problem-text.js';
import { changeProfile } from '../../shared/profile.js';
import { starterChips } from '../../shared/starters.js';

/** @import {Answers} from '../../shared/api.js' */

/** @param {Answers['Starter'][]} starters @param {() => Promise<void>} look */
export function aspirationStep(starters, look) {
  const area = h('textarea', { id: 'first-aspiration', rows: 2, required: true });
  const state = h('p', { class: 'trouble', role: 'alert', hidden: true });
  const onsubmit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const text = area.value.trim();
    if (!text) return;
    try {
      await changeProfile((profile) => { profile.aspirations.push({ text, private: chips.isPrivate() }); });
    } catch (error) {
      state.textContent = problemText(error);
      state.hidden = false;
      return;
    }
    await look();
  };
  const chips = starterChips(starters, area);
  return [h('form', { class: 'first-form', onsubmit },
    h('label', { for: 'first-aspiration' }, t('aspiration_text')), area,
    chips.root, state,
    h('button', { class: 'main' }, t('profile_save')))];
}
