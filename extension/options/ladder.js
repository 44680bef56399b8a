/** The ladder: the long run on top, each aspiration with what leads up to it. What has nothing below it is said so. */

import { h, words } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

/** @import {Aspiration, Profile} from '../shared/contract.js' */

const RUNGS = /** @type {const} */ (['long', 'mid', 'short', 'open']);

/** @param {Profile} profile @returns {HTMLElement[]} */
export function renderLadder({ aspirations }) {
  const ids = new Set(aspirations.map(({ id }) => id));
  const tops = aspirations.filter(({ leads_to }) => !leads_to || !ids.has(leads_to));
  return RUNGS.map((rung) => ({ rung, there: tops.filter(({ horizon }) => (horizon ?? 'open') === rung) }))
    .filter(({ there }) => there.length > 0)
    .map(({ rung, there }) => h('section', { class: 'rung' },
      h('h3', { class: 'label' }, t(`horizon_${rung}`)),
      h('ul', { class: 'plain' }, there.map((one) => branch(one, aspirations, new Set())))));
}

/** @param {Aspiration} one @param {Aspiration[]} all @param {Set<string | undefined>} above what it stands under, lest two lead to each other @returns {HTMLElement} */
function branch(one, all, above) {
  const within = new Set([...above, one.id]);
  const goals = all.filter(({ leads_to, id }) => leads_to && leads_to === one.id && !within.has(id));
  const { steps = [], planned = [] } = one;
  const nothing = goals.length + steps.length + planned.length === 0;
  return h('li', {},
    h('p', { class: 'yours' }, words(one.text),
      (one.weight ?? 1) > 1 && h('span', { class: 'tag' }, t(`weight_${Math.min(3, Math.round(one.weight ?? 1))}`)),
      one.private && h('span', { class: 'tag' }, t('ladder_private'))),
    nothing && h('p', { class: 'muted small' }, t('ladder_nothing')),
    !nothing && h('ul', { class: 'below' },
      goals.map((goal) => branch(goal, all, within)),
      planned.map((step) => h('li', { class: 'planned' }, words(step), h('span', { class: 'tag' }, t('ladder_planned')))),
      steps.map((step) => h('li', { class: 'step' }, words(step), h('span', { class: 'tag' }, t('ladder_done'))))));
}
