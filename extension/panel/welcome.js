/** Before the first reading: three steps from the installation to a brief, of which only the next one is unfolded. */

import { h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { aspirationStep } from './first/aspiration.js';
import { connectStep } from './first/connect.js';
import { standing } from './first/standing.js';

/** @import {Standing} from './first/standing.js' */
/** @import {Actions} from './view.js' */

/** @param {Actions} actions */
export function renderWelcome(actions) {
  const steps = h('ol', { class: 'first-steps', 'aria-busy': 'true' });
  const look = async () => {
    const now = await standing();
    steps.replaceChildren(...stepsFor(now, look, actions));
    steps.setAttribute('aria-busy', 'false');
  };
  look();
  return h('section', { class: 'welcome' },
    h('h1', {}, t('welcome_title')),
    h('p', {}, t('welcome_text')),
    steps,
    h('p', { class: 'muted small' }, t('welcome_private')));
}

/** @param {Standing} now @param {() => Promise<void>} look @param {Actions} actions */
function stepsFor(now, look, actions) {
  const done = [now.connection === 'ready', now.aspirations > 0, false];
  const next = done.indexOf(false);
  const contents = [
    () => connectStep(now, look, actions),
    () => aspirationStep(now.starters, look),
    () => [h('p', {}, t('first_read_text'))],
  ];
  return contents.map((content, index) => h('li', { class: done[index] ? 'done' : index === next ? 'now' : 'later', 'aria-current': index === next && 'step' },
    h('h2', {}, t(`first_${['connect', 'aspiration', 'read'][index]}_title`), done[index] && h('span', { class: 'tag' }, t('first_done'))),
    index === next && content()));
}
