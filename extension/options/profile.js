/** The profile form: it is read from the helper, shown, and put back whole. */

import { ask } from '../shared/ask.js';
import { byId, h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { problemText } from '../shared/problem-text.js';
import { announceProfile } from '../shared/session.js';
import { aspirationRow, readRow } from './aspiration-row.js';
import { lines, linesField, textField } from './fields.js';
import { renderLadder } from './ladder.js';

/** @import {Aspiration, Profile} from '../shared/contract.js' */

const LISTS = /** @type {const} */ (['experience', 'skills', 'education', 'training', 'work_style', 'avoid']);

export function setUpProfile() {
  const form = /** @type {HTMLFormElement} */ (byId('profile-form'));
  /** What the helper gave, for the fields this form does not show. @type {Profile | null} */
  let loaded = null;
  let changed = false;

  const load = async () => {
    try {
      show(/** @type {Profile} */ (await ask('GET /v1/profile', {})));
    } catch (error) {
      tell(error);
      return;
    }
    for (const id of ['save', 'profile-form', 'profile-tools']) byId(id).hidden = false;
    byId('aspirations-wait').hidden = true;
    ask('GET /v1/profile/versions', {}).then(({ review_due, review_hint }) => {
      byId('review').textContent = review_hint ?? '';
      byId('review').hidden = !review_due;
    }, () => {}); // a hint that cannot be had is none
  };
  /** @param {Profile} profile */
  const show = (profile) => {
    loaded = profile;
    changed = false;
    showForm(form, profile);
    byId('ladder').replaceChildren(...renderLadder(profile));
  };
  /** @param {Profile} profile @returns {Promise<boolean>} whether it is saved */
  const put = async (profile) => {
    try {
      show(/** @type {Profile} */ (await ask('PUT /v1/profile', { body: profile })));
    } catch (error) {
      tell(error);
      return false;
    }
    tell(t('profile_saved'));
    await announceProfile();
    return true;
  };

  form.addEventListener('input', () => {
    changed = true;
    tell(t('profile_unsaved'));
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (loaded) await put(readForm(form, loaded));
  });
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault();
  });

  return {
    /** @param {boolean} ready whether the helper can be asked */
    setReady(ready) {
      if (ready && !loaded) load();
    },
    load,
    put,
    /** What is typed and not saved yet is saved now. @returns {Promise<boolean>} */
    settle: async () => !changed || !loaded || put(readForm(form, loaded)),
  };
}

/** @param {unknown} news a sentence, or what went wrong */
export function tell(news) {
  const state = byId('profile-state');
  const failed = typeof news !== 'string';
  state.dataset.state = failed ? 'error' : 'news';
  state.textContent = failed ? problemText(news) : news;
}

/** @param {HTMLFormElement} form @param {Profile} profile */
function showForm(form, profile) {
  const rows = h('div', { id: 'rows' });
  const others = profile.aspirations.map(({ id = '', text }) => ({ id, text }));
  const add = (/** @type {Aspiration} */ aspiration) => rows.append(aspirationRow(aspiration, others, renumber));
  const renumber = () => [...rows.querySelectorAll('legend')].forEach((legend, index) => {
    legend.textContent = t('aspiration_legend', index + 1);
  });
  profile.aspirations.forEach(add);
  if (profile.aspirations.length === 0) add({ text: '' });
  const addOne = () => {
    add({ text: '' });
    renumber();
    rows.lastElementChild?.querySelector('textarea')?.focus();
  };
  form.replaceChildren(
    textField('role', t('role_label'), profile.role ?? ''),
    rows,
    h('button', { type: 'button', id: 'add-aspiration', onclick: addOne }, t('aspiration_add')),
    h('details', {},
      h('summary', {}, t('more_summary')),
      h('div', { class: 'more' }, LISTS.map((name) => linesField(name, t(`list_${name}`), profile[name] ?? [])))),
  );
  renumber();
}

/** @param {HTMLFormElement} form @param {Profile} loaded @returns {Profile} */
export function readForm(form, loaded) {
  const value = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value;
  const lists = Object.fromEntries(LISTS.map((name) => [name, lines(value(name))]));
  const rows = [...form.querySelectorAll('fieldset')].map((row) => readRow(row, loaded.aspirations));
  return {
    ...loaded,
    ...lists,
    role: value('role').trim() || null,
    aspirations: rows.filter((aspiration) => aspiration.text),
  };
}
