/** Labelled fields. */

import { h } from '../shared/dom.js';

let made = 0;

/** @param {string} label @param {HTMLElement} control @param {string} [hint] */
export function field(label, control, hint) {
  control.id ||= `field-${++made}`;
  const hintId = `${control.id}-hint`;
  if (hint) control.setAttribute('aria-describedby', hintId);
  return h('div', { class: 'field' },
    h('label', { for: control.id }, label),
    control,
    hint && h('p', { class: 'muted small', id: hintId }, hint));
}

/** @param {string} name @param {string} label @param {string} value @param {string} [hint] */
export function textField(name, label, value, hint) {
  const input = h('input', { name, type: 'text', autocomplete: 'off' });
  input.value = value;
  return field(label, input, hint);
}

/** @param {string} name @param {string} label @param {string} value @param {{required?: boolean, hint?: string}} [options] */
export function areaField(name, label, value, { required = false, hint } = {}) {
  const area = h('textarea', { name, rows: 1, required });
  area.value = value;
  return field(label, area, hint);
}

/** One entry a line. @param {string} name @param {string} label @param {string[]} values @param {string} [hint] */
export const linesField = (name, label, values, hint) => areaField(name, label, values.join('\n'), { hint });

/** @param {string} name @param {string} label @param {[value: string, text: string][]} choices @param {string} value */
export function choiceField(name, label, choices, value) {
  const select = h('select', { name }, choices.map(([key, text]) => h('option', { value: key }, text)));
  select.value = value;
  return field(label, select);
}

/** @param {string} name @param {string} label @param {boolean} checked */
export function checkField(name, label, checked) {
  const box = h('input', { name, type: 'checkbox' });
  box.checked = checked;
  return h('label', { class: 'check' }, box, h('span', {}, label));
}

/** @param {string} text @returns {string[]} */
export const lines = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean);
