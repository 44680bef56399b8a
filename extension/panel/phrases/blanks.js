/** What the user has not said yet and a phrase could use: a reason, something done. Once filled, the profile keeps it. */

import { h } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { problemText } from '../../shared/problem-text.js';
import { changeProfile } from '../../shared/profile.js';

/** @import {Aspiration} from '../../shared/contract.js' */

/** @param {Aspiration | undefined} aspiration */
export function blanksForm(aspiration) {
  if (!aspiration) return null;
  const fields = [
    !aspiration.because && field('because'),
    !aspiration.steps?.length && field('steps'),
  ].filter((one) => one !== false);
  if (fields.length === 0) return null;
  const state = h('p', { class: 'muted small', role: 'status' }, t('blanks_hint'));
  const onsubmit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const filled = Object.fromEntries(fields.map(({ input }) => [input.name, input.value.trim()]).filter(([, value]) => value));
    if (Object.keys(filled).length === 0) return;
    try {
      await changeProfile((profile) => fill(profile.aspirations.find(({ id }) => id === aspiration.id), filled));
    } catch (error) {
      state.textContent = t('not_saved', problemText(error));
    }
  };
  return h('details', { class: 'blanks' },
    h('summary', {}, t('blanks_summary')),
    h('form', { onsubmit }, fields.map(({ row }) => row), state, h('button', {}, t('blanks_save'))));
}

/** @param {Aspiration | undefined} aspiration @param {Record<string, string>} filled */
function fill(aspiration, { because, steps }) {
  if (!aspiration) return;
  if (because) aspiration.because = because;
  if (steps) aspiration.steps = [...(aspiration.steps ?? []), steps];
}

/** @param {'because' | 'steps'} key */
function field(key) {
  const input = h('input', { type: 'text', name: key, autocomplete: 'off', placeholder: t(`blank_${key}_example`) });
  return { input, row: h('label', { class: 'blank-field' }, h('span', {}, t(`blank_${key}`)), input) };
}
