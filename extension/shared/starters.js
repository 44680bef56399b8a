/** Examples to begin from. An example left as it is says nothing of the user, so its hint asks for more. */

import { h } from './dom.js';
import { t } from './i18n.js';

/** @import {Answers} from './api.js' */

/**
 * @param {Answers['Starter'][]} starters @param {HTMLTextAreaElement} field
 * @param {{aLine?: boolean}} [options] `aLine`: the field takes several, a line each
 */
export function starterChips(starters, field, { aLine = false } = {}) {
  const hint = h('p', { class: 'muted small', role: 'status' });
  /** @type {Answers['Starter'] | undefined} */
  let chosen;
  const choose = (/** @type {Answers['Starter']} */ starter) => {
    chosen = starter;
    field.value = aLine && field.value.trim() ? `${field.value.trimEnd()}\n${starter.text}` : starter.text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    hint.textContent = starter.hint;
    field.focus();
  };
  const root = h('div', { class: 'starters' },
    starters.length > 0 && h('p', { class: 'label' }, t('starters_label')),
    h('div', { class: 'chips' }, starters.map((starter) => h('button', { type: 'button', class: 'chip', onclick: () => choose(starter) }, starter.text))),
    hint);
  return { root, isPrivate: () => Boolean(chosen?.private && field.value.trim() === chosen.text) };
}
