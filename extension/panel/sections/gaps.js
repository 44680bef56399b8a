/** What the pages do not support, told as such, each with a question for the interviewer. */

import { h, words } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { copyButton } from '../copy.js';
import { evidence } from '../evidence.js';
import { section } from '../section.js';

/** @import {Brief, Gap, SavedBrief} from '../../shared/contract.js' */
/** @import {Actions} from '../view.js' */

/** @param {SavedBrief} saved @param {Actions} actions */
export function renderGaps(saved, actions) {
  const { gaps } = saved.brief;
  if (gaps.length === 0) return null;
  return section('gaps',
    h('p', { class: 'muted small' }, t('gaps_hint')),
    h('ul', { class: 'plain' }, gaps.map((gap, index) => h('li', {}, card(saved, gap, index + 1, actions)))));
}

/** @param {SavedBrief} saved @param {Gap} gap @param {number} number @param {Actions} actions */
function card({ brief, aspirations }, gap, number, actions) {
  const aspiration = aspirations.find((one) => one.id === gap.aspiration);
  return h('article', { class: 'card gap', id: `gap-${gap.aspiration}` },
    h('h3', { class: 'yours' }, words(aspiration?.text ?? gap.aspiration)),
    h('p', { class: 'muted small' }, t(`gap_${gap.reason}`)),
    h('p', { class: 'ask' }, words(gap.question)),
    h('div', { class: 'meta end' }, copyButton(gap.question, t('gap_name', number))),
    nearest(brief, gap, actions));
}

/** A weak match on a theme of the aspiration, where there is one. @param {Brief} brief @param {Gap} gap @param {Actions} actions */
function nearest(brief, gap, actions) {
  const [best] = brief.matches.filter((match) => match.aspiration === gap.aspiration).sort((a, b) => b.score - a.score);
  if (best?.strength !== 'weak' || best.themes.length === 0) return null;
  return h('details', {}, h('summary', {}, t('gap_nearest')), evidence(brief, best, actions));
}
