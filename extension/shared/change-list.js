/** What the company says now and did not say at the reading before, and the other way round. */

import { dayText } from './dates.js';
import { h, words } from './dom.js';
import { t } from './i18n.js';

/** @import {Changes, Said} from './contract.js' */

/** @param {Changes | undefined} changes */
export const renderChanges = (changes) => changes
  ? h('details', { class: 'card changes' },
      h('summary', {}, t('changes_summary', dayText(changes.since), changes.added.length, changes.gone.length)),
      list('changes_added', changes.added),
      list('changes_gone', changes.gone))
  : null;

/** @param {string} title @param {Said[]} said */
const list = (title, said) => said.length > 0 && [
  h('h3', { class: 'label' }, t(title)),
  h('ul', { class: 'plain' }, said.map(({ text }) => h('li', { class: 'theirs' }, words(text)))),
];
