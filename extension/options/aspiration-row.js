/** One aspiration as a group of fields, and back. */

import { h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { areaField, checkField, choiceField, lines, linesField } from './fields.js';

/** @import {Aspiration} from '../shared/contract.js' */

const HORIZONS = ['', 'short', 'mid', 'long'];
const KINDS = ['aspiration', 'goal'];
const WEIGHTS = ['1', '2', '3'];

/**
 * @param {Aspiration} aspiration
 * @param {{id: string, text: string}[]} others what it may lead to
 * @param {() => void} onRemove
 * @returns {HTMLFieldSetElement}
 */
export function aspirationRow(aspiration, others, onRemove) {
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
        weights.map((key) => [key, WEIGHTS.includes(key) ? t(`weight_${key}`) : key]), weight),
      choiceField('kind', t('kind_label'), KINDS.map((key) => [key, t(`kind_of_${key}`)]), aspiration.kind ?? 'aspiration'),
      choiceField('leads_to', t('leads_to_label'),
        [['', t('leads_to_none')], ...others.filter(({ id }) => id !== aspiration.id).map(({ id, text }) => /** @type {[string, string]} */ ([id, text]))],
        aspiration.leads_to ?? '')),
    areaField('because', t('because_label'), aspiration.because ?? '', { hint: t('because_hint') }),
    linesField('steps', t('steps_label'), aspiration.steps ?? [], t('steps_hint')),
    linesField('planned', t('planned_label'), aspiration.planned ?? [], t('planned_hint')),
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
    kind: /** @type {Aspiration['kind']} */ (control('kind').value),
    horizon: /** @type {Aspiration['horizon']} */ (control('horizon').value || null),
    weight: Number(control('weight').value),
    private: control('private').checked,
    leads_to: control('leads_to').value || null,
    because: control('because').value.trim() || null,
    steps: lines(control('steps').value),
    planned: lines(control('planned').value),
  };
}
