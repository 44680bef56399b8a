/** Before the first reading of a tab. */

import { h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

/** @import {Actions} from './view.js' */

/** @param {Actions} actions */
export const renderWelcome = (actions) =>
  h('section', { class: 'card welcome' },
    h('h1', {}, t('welcome_title')),
    h('p', {}, t('welcome_text')),
    h('ol', { class: 'steps' },
      h('li', {}, t('welcome_step_page')),
      h('li', {}, t('welcome_step_click')),
      h('li', {}, t('welcome_step_read'))),
    h('p', { class: 'muted' }, t('welcome_private')),
    h('button', { type: 'button', class: 'main', onclick: actions.openOptions }, t('welcome_action')));
