/** The profile form: it is read from the helper, shown, and put back whole. */

import { HelperError } from '../background/helper-client.js';
import { currentClient } from '../shared/client.js';
import { byId, h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { announceProfile } from '../shared/session.js';
import { aspirationRow, readRow } from './aspiration-row.js';
import { lines, linesField, textField } from './fields.js';

/** @import {Aspiration, Profile} from '../shared/contract.js' */

const LISTS = /** @type {const} */ (['experience', 'skills', 'education', 'training', 'work_style', 'avoid']);

export function setUpProfile() {
  const form = /** @type {HTMLFormElement} */ (byId('profile-form'));
  /** What the helper gave, for the fields this form does not show. @type {Profile | null} */
  let loaded = null;
  let changed = false;

  const load = async () => {
    try {
      loaded = await (await currentClient()).profile();
    } catch (error) {
      tell(error);
      return;
    }
    showForm(form, loaded);
    form.hidden = false;
    byId('save').hidden = false;
    byId('aspirations-wait').hidden = true;
  };

  form.addEventListener('input', () => {
    changed = true;
    tell(t('profile_unsaved'));
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!loaded) return;
    try {
      loaded = await (await currentClient()).saveProfile(readForm(form, loaded));
    } catch (error) {
      tell(error);
      return;
    }
    changed = false;
    showForm(form, loaded);
    tell(t('profile_saved'));
    await announceProfile();
  });
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault();
  });

  return {
    /** @param {boolean} ready whether the helper can be asked */
    setReady(ready) {
      if (ready && !loaded) load();
    },
  };
}

/** @param {unknown} news a sentence, or what went wrong */
function tell(news) {
  const state = byId('profile-state');
  const failed = typeof news !== 'string';
  state.dataset.state = failed ? 'error' : 'news';
  state.textContent = failed ? sentence(news) : news;
}

/** @param {unknown} error */
function sentence(error) {
  if (!(error instanceof HelperError)) return String(error);
  if (error.state !== 'failed') return t(`problem_${error.state}_title`);
  return `${error.message} ${error.hint}`.trim();
}

/** @param {HTMLFormElement} form @param {Profile} profile */
function showForm(form, profile) {
  const rows = h('div', { id: 'rows' });
  const add = (/** @type {Aspiration} */ aspiration) => rows.append(aspirationRow(aspiration, renumber));
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
