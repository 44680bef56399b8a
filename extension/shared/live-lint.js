/** What the helper has to say of a text while it is written. */

import { ask } from './ask.js';
import { h, words } from './dom.js';
import { t } from './i18n.js';
import { problemText } from './problem-text.js';

/** @import {Finding} from './contract.js' */

const QUIET_MILLISECONDS = 350;
const MOST_AT_ONCE = 4;

/**
 * @param {HTMLTextAreaElement} area
 * @param {() => {brief: string, form: 'phrase' | 'answer', phrase?: string | null}} about
 * @returns {HTMLElement} the findings, kept up to date
 */
export function liveLint(area, about) {
  const place = h('div', { class: 'advice', role: 'status', 'aria-label': t('lint_label') });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let control = new AbortController();

  const look = async () => {
    if (!area.isConnected) return; // the editor was closed meanwhile
    if (!area.value.trim()) return place.replaceChildren();
    control.abort();
    control = new AbortController();
    const { signal } = control;
    try {
      const { findings } = await ask('POST /v1/lint', { body: { text: area.value, ...about() } }, signal);
      if (!signal.aborted) place.replaceChildren(listOf(shown(findings, area.value)));
    } catch (error) {
      if (!signal.aborted) place.replaceChildren(h('p', { class: 'muted small' }, problemText(error)));
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, QUIET_MILLISECONDS);
  };
  area.addEventListener('input', soon);
  if (area.value.trim()) soon();
  return place;
}

/** Errors first; of advice only so much at once as can be taken in. @param {Finding[]} findings @param {string} text */
function shown(findings, text) {
  if (findings.length === 0) return [h('li', { class: 'fine' }, t('lint_fine'))];
  const errors = findings.filter(({ severity }) => severity === 'error');
  const advice = findings.filter(({ severity }) => severity !== 'error');
  const room = Math.max(1, MOST_AT_ONCE - errors.length);
  const rest = advice.slice(room).map((one) => item(one, text));
  return [...[...errors, ...advice.slice(0, room)].map((one) => item(one, text)),
    ...(rest.length ? [h('li', { class: 'more' }, h('details', {}, h('summary', {}, t('lint_more', rest.length)), listOf(rest)))] : [])];
}

/** @param {HTMLElement[]} items */
const listOf = (items) => h('ul', { class: 'plain findings' }, items);

/** @param {Finding} finding @param {string} text */
const item = ({ severity, message, hint, span }, text) => h('li', { class: severity },
  h('strong', {}, t(`lint_${severity}`)), ' ',
  span && !message.includes(text.slice(...span)) && [words(`“${text.slice(...span)}”`), ' '],
  named(message), ' ', h('span', { class: 'muted' }, hint));

/** The helper knows a phrase by its id, the user by its number. @param {string} message */
const named = (message) => message.replace(/\bp(\d+)\b/g, (_, number) => t('phrase_name', number));
