/** Getting ready for one company: the day, the checklist, notes. */

import { daysUntil } from './dates.js';
import { h } from './dom.js';
import { t, tCount } from './i18n.js';

/** @import {Preparation} from './contract.js' */

export const ITEMS = /** @type {const} */ (['profile', 'read', 'phrases', 'answer', 'practised', 'questions', 'route']);
const QUIET_MILLISECONDS = 700;

/** What can be seen to be done; the user's own tick counts before it. @param {Preparation} preparation @param {Record<string, boolean>} [seen] */
export function doneItems({ kept, checklist }, seen = {}) {
  const found = /** @type {Record<string, boolean>} */ ({ read: true, phrases: kept.some((one) => one.true_for_me), ...seen });
  return ITEMS.filter((item) => checklist[item] ?? found[item] ?? false);
}

/**
 * @param {Preparation} preparation
 * @param {(change: (now: Preparation) => void) => Promise<unknown>} change
 * @param {{prefix: string, seen?: Record<string, boolean>}} options `prefix` keeps the fields of several companies apart
 */
export function readinessForm(preparation, change, { prefix, seen }) {
  const done = new Set(doneItems(preparation, seen));
  const progress = h('p', { class: 'muted small', role: 'status' });
  const tell = () => { progress.textContent = t('ready_count', done.size, ITEMS.length); };
  tell();

  const day = h('input', { type: 'date', id: `${prefix}-day`, onchange: () => {
    change((now) => { now.interview_date = day.value || null; });
    left.textContent = countdown(day.value);
  } });
  day.value = preparation.interview_date ?? '';
  const left = h('span', { class: 'muted' }, countdown(day.value));

  const notes = h('textarea', { id: `${prefix}-notes`, rows: 4, 'aria-describedby': `${prefix}-notes-hint` });
  notes.value = preparation.notes;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    change((now) => { now.notes = notes.value; });
  };
  notes.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(save, QUIET_MILLISECONDS);
  });
  notes.addEventListener('blur', () => { if (timer) save(); });

  /** @param {typeof ITEMS[number]} item */
  const tickBox = (item) => {
    const box = h('input', { type: 'checkbox', onchange: () => {
      if (box.checked) done.add(item);
      else done.delete(item);
      tell();
      change((now) => { now.checklist[item] = box.checked; });
    } });
    box.checked = done.has(item);
    return h('li', {}, h('label', { class: 'check' }, box, h('span', {}, t(`ready_${item}`))));
  };

  return h('div', { class: 'readiness' },
    h('div', { class: 'field' }, h('label', { for: day.id }, t('interview_label')), h('div', { class: 'row' }, day, left)),
    h('fieldset', { class: 'checklist' }, h('legend', {}, t('checklist_label')), h('ul', { class: 'plain' }, ITEMS.map(tickBox)), progress),
    h('div', { class: 'field' }, h('label', { for: notes.id }, t('notes_label')), notes,
      h('p', { class: 'muted small', id: `${prefix}-notes-hint` }, t('notes_hint'))));
}

/** @param {string | null} day */
export function countdown(day) {
  if (!day) return '';
  const days = daysUntil(day);
  if (days < 0) return t('interview_over');
  return days === 0 ? t('interview_today') : tCount('interview_in', days);
}
