/** Your words beside their words, one card for each aspiration the pages support, the strongest first. */

import { h, words } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { evidence } from '../evidence.js';
import { groundOf } from '../ground.js';
import { section } from '../section.js';

/** @import {Aspiration, Brief, Match, SavedBrief} from '../../shared/contract.js' */
/** @import {Actions} from '../view.js' */

/** @param {SavedBrief} saved @param {Actions} actions */
export function renderCommonGround({ brief, aspirations }, actions) {
  if (aspirations.length === 0) return section('ground', invitation(actions));
  const grouped = byAspiration(groundOf(brief));
  if (grouped.length === 0) return section('ground', h('p', { class: 'empty' }, t('ground_empty')));
  return section('ground', grouped.map((matches) => card(brief, aspirations, matches, actions)));
}

/** @param {Actions} actions */
const invitation = (actions) =>
  h('div', { class: 'card' },
    h('p', {}, t('ground_no_aspirations')),
    h('button', { type: 'button', class: 'main', onclick: actions.openOptions }, t('action_add_aspirations')));

/** @param {Match[]} matches @returns {Match[][]} best first, within and among aspirations */
function byAspiration(matches) {
  /** @type {Map<string, Match[]>} */
  const groups = new Map();
  for (const match of [...matches].sort((a, b) => b.score - a.score)) {
    groups.set(match.aspiration, [...(groups.get(match.aspiration) ?? []), match]);
  }
  return [...groups.values()];
}

/** @param {Brief} brief @param {Aspiration[]} aspirations @param {Match[]} matches @param {Actions} actions */
function card(brief, aspirations, matches, actions) {
  const aspiration = aspirations.find((one) => one.id === matches[0].aspiration);
  return h('article', { class: 'card pair', id: `pair-${matches[0].aspiration}` },
    h('p', { class: 'label yours-label' }, t('your_words')),
    h('h3', { class: 'yours' }, words(aspiration?.text ?? matches[0].aspiration)),
    aspiration?.private && h('p', { class: 'muted small' }, t('private_note')),
    h('p', { class: 'label theirs-label' }, t('their_words')),
    h('ul', { class: 'plain' }, matches.map((match) => h('li', {}, evidence(brief, match, actions)))));
}
