/** The guided questions, a section at a time: what is answered is saved with every step, and every question may be left. */

import { ask } from '../shared/ask.js';
import { byId, h, words } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { problemText } from '../shared/problem-text.js';
import { changeProfile } from '../shared/profile.js';
import { starterChips } from '../shared/starters.js';
import { areaField, lines, textField } from './fields.js';
import { answerIn, putAnswer } from './wizard-answers.js';

/** @import {Answers} from '../shared/api.js' */
/** @import {Profile} from '../shared/contract.js' */
/** @import {Question} from './wizard-answers.js' */

/** @param {{settle: () => Promise<boolean>, load: () => Promise<void>}} profileForm */
export function setUpWizard(profileForm) {
  const place = byId('wizard');
  byId('open-wizard').addEventListener('click', async () => {
    if (!(await profileForm.settle())) return;
    byId('aspirations').hidden = true;
    place.hidden = false;
    await run(place, () => {
      place.hidden = true;
      place.replaceChildren();
      byId('aspirations').hidden = false;
      byId('open-wizard').focus();
      return profileForm.load();
    });
  });
}

/** @param {HTMLElement} place @param {() => Promise<void>} close */
async function run(place, close) {
  try {
    const [wizard, profile] = await Promise.all([ask('GET /v1/wizard', {}), ask('GET /v1/profile', {})]);
    step(place, wizard, /** @type {Profile} */ (profile), 0, close);
  } catch (error) {
    place.replaceChildren(h('p', { class: 'trouble', role: 'alert' }, problemText(error)),
      h('button', { type: 'button', onclick: close }, t('wizard_close')));
  }
}

/** @param {HTMLElement} place @param {Answers['Wizard']} wizard @param {Profile} profile @param {number} at @param {() => Promise<void>} close */
function step(place, wizard, profile, at, close) {
  const sections = [...new Set(wizard.questions.map(({ section }) => section))];
  const questions = wizard.questions.filter(({ section }) => section === sections[at]);
  const inputs = questions.map((question) => ({ question, ...control(question, profile, wizard) }));
  const state = h('p', { role: 'alert', class: 'trouble', hidden: true });

  /** @param {number | null} next the section to go on with; null to close */
  const go = async (next) => {
    try {
      const saved = await changeProfile((now) => inputs.forEach(({ question, read }) => putAnswer(now, question, read())));
      if (next === null) await close();
      else step(place, wizard, saved, next, close);
    } catch (error) {
      state.textContent = t('not_saved', problemText(error));
      state.hidden = false;
    }
  };
  const last = at === sections.length - 1;
  const onsubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    go(last ? null : at + 1);
  };
  place.replaceChildren(h('form', { class: 'wizard', onsubmit },
    h('p', { class: 'label' }, t('wizard_progress', at + 1, sections.length)),
    h('h2', { tabindex: '-1' }, sections[at]),
    inputs.map(({ root }) => root),
    at === sections.length - 1 && h('details', {}, h('summary', {}, t('wizard_explore')), h('ul', {}, wizard.explore.map((idea) => h('li', {}, idea)))),
    state,
    h('div', { class: 'buttons' },
      h('button', { class: 'main' }, t(last ? 'wizard_finish' : 'wizard_next')),
      at > 0 && h('button', { type: 'button', onclick: () => go(at - 1) }, t('wizard_back')),
      h('button', { type: 'button', class: 'quiet', onclick: () => go(null) }, t('wizard_save_close')))));
  place.querySelector('h2')?.focus();
}

/** @param {Question} question @param {Profile} profile @param {Answers['Wizard']} wizard @returns {{root: HTMLElement, read: () => string | string[]}} */
function control(question, profile, { starters }) {
  const now = answerIn(profile, question);
  const hint = question.private ? `${question.help} ${t('wizard_private')}` : question.help;
  if (question.choices.length > 0) return choices(question, String(now), hint);
  if (question.kind === 'text') {
    const root = textField(`q-${question.id}`, question.text, String(now), hint);
    return { root, read: () => /** @type {HTMLInputElement} */ (root.querySelector('input')).value.trim() };
  }
  const root = areaField(`q-${question.id}`, question.text, [now].flat().join('\n'), { hint: `${hint} ${t('wizard_lines')}` });
  const area = /** @type {HTMLTextAreaElement} */ (root.querySelector('textarea'));
  if (question.kind === 'aspirations') {
    const there = profile.aspirations.filter((one) => Boolean(one.private) === question.private && (question.private || (one.kind ?? 'aspiration') === question.aspiration_kind));
    if (there.length > 0) root.append(h('p', { class: 'muted small' }, t('wizard_already')), h('ul', {}, there.map(({ text }) => h('li', { class: 'yours' }, words(text)))));
    const fitting = starters.filter((starter) => starter.private === question.private && question.aspiration_kind === 'aspiration');
    if (fitting.length > 0) root.append(starterChips(fitting, area, { aLine: true }).root);
  }
  return { root, read: () => lines(area.value) };
}

/** @param {Question} question @param {string} now @param {string} hint */
function choices(question, now, hint) {
  const boxes = question.choices.map(({ value, label }) => {
    const box = h('input', { type: 'radio', name: `q-${question.id}`, value });
    box.checked = value === now;
    return { box, row: h('label', { class: 'check' }, box, h('span', {}, label)) };
  });
  const root = h('fieldset', { class: 'choices' }, h('legend', {}, question.text),
    h('p', { class: 'muted small' }, hint), boxes.map(({ row }) => row));
  return { root, read: () => boxes.find(({ box }) => box.checked)?.box.value ?? '' };
}
