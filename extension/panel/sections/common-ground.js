/** Your words beside their words, one card for each aspiration, the strongest first. */

import { h, words } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { evidenceOf, quote, showOnPage, textOf } from '../quote.js';
import { section } from '../section.js';

/** @import {Aspiration, Brief, Match, SavedBrief} from '../../shared/contract.js' */
/** @import {Actions} from '../view.js' */

const STEPS = { strong: 3, partial: 2, weak: 1 };

/** @param {SavedBrief} saved @param {Actions} actions */
export function renderCommonGround({ brief, aspirations }, actions) {
  if (aspirations.length === 0) return section('ground', invitation(actions));
  const grouped = byAspiration(brief.matches);
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
  return h('article', { class: 'card pair' },
    h('p', { class: 'label yours-label' }, t('your_words')),
    h('h3', { class: 'yours' }, words(aspiration?.text ?? matches[0].aspiration)),
    aspiration?.private && h('p', { class: 'muted small' }, t('private_note')),
    h('p', { class: 'label theirs-label' }, t('their_words')),
    h('ul', { class: 'plain' }, matches.map((match) => evidence(brief, match, actions))));
}

/** @param {Brief} brief @param {Match} match @param {Actions} actions */
function evidence(brief, match, actions) {
  const found = evidenceOf(brief, match.evidence);
  return found && h('li', {},
    quote(textOf(found)),
    h('p', { class: 'meta' }, meter(match), showOnPage(found, actions)),
    h('p', { class: 'why' }, match.why));
}

/** @param {Match} match */
function meter({ strength }) {
  const dots = [1, 2, 3].map((step) => h('span', { class: step <= STEPS[strength] ? 'dot on' : 'dot' }));
  return h('span', { class: `meter ${strength}` }, h('span', { class: 'dots', 'aria-hidden': 'true' }, dots), t(`strength_${strength}`));
}
