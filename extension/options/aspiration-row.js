/** One aspiration as a group of fields, and back. */

import { h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { areaField, checkField, choiceField, lines, linesField } from './fields.js';

/** @import {Aspiration} from '../shared/contract.js' */

const HORIZONS = ['', 'short', 'mid', 'long'];
const WEIGHTS = ['1', '2', '3'];

/** @param {Aspiration} aspiration @param {() => void} onRemove @returns {HTMLFieldSetElement} */
export function aspirationRow(aspiration, onRemove) {
  const weight = String(aspiration.weight ?? 1);
  // A weight set elsewhere stays what it is until the user chooses another.
  const weights = WEIGHTS.includes(weight) ? WEIGHTS : [...WEIGHTS, weight];
  const row = h('fieldset', { 'data-id': aspiration.id ?? '' },
    h('legend', {}),
    areaField('text', t('aspiration_text'), aspiration.text, { hint: t('aspiration_text_hint') }),
    h('div', { class: 'two' },
      choiceField('horizon', t('horizon_label'), HORIZONS.map((key) => [key, t(`horizon_${key || 'open'}`)]),
        aspiration.horizon ?? ''),
      choiceField('weight', t('weight_label'),
        weights.map((key) => [key, WEIGHTS.includes(key) ? t(`weight_${key}`) : key]), weight)),
    areaField('because', t('because_label'), aspiration.because ?? '', { hint: t('because_hint') }),
    linesField('steps', t('steps_label'), aspiration.steps ?? [], t('steps_hint')),
    checkField('private', t('private_label'), aspiration.private ?? false),
    h('button', { type: 'button', class: 'quiet remove', onclick: remove }, t('aspiration_remove')));

  function remove() {
    const form = row.closest('form');
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    onRemove();
    (next?.querySelector('textarea') ?? document.getElementById('add-aspiration'))?.focus();
    form?.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return row;
}

/** @param {HTMLFieldSetElement} row @param {Aspiration[]} before as loaded, for what the row does not show @returns {Aspiration} */
export function readRow(row, before) {
  const control = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement} */ (row.querySelector(`[name="${name}"]`));
  const id = row.dataset.id || undefined;
  const known = id ? before.find((one) => one.id === id) : undefined;
  return {
    ...known,
    text: control('text').value.trim(),
    horizon: /** @type {Aspiration['horizon']} */ (control('horizon').value || null),
    weight: Number(control('weight').value),
    private: control('private').checked,
    because: control('because').value.trim() || null,
    steps: lines(control('steps').value),
  };
}
