/** What the pages do not support, told as such, each with a question for the interviewer. */

import { h, words } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { copyButton } from '../copy.js';
import { section } from '../section.js';

/** @import {SavedBrief} from '../../shared/contract.js' */

/** @param {SavedBrief} saved */
export function renderGaps({ brief, aspirations }) {
  if (brief.gaps.length === 0) return null;
  return section('gaps',
    h('p', { class: 'muted small' }, t('gaps_hint')),
    h('ul', { class: 'plain' }, brief.gaps.map((gap, index) => h('li', {}, h('article', { class: 'card gap' },
      h('h3', { class: 'yours' }, words(aspirations.find((one) => one.id === gap.aspiration)?.text ?? gap.aspiration)),
      h('p', { class: 'muted small' }, t(`gap_${gap.reason}`)),
      h('p', { class: 'ask' }, words(gap.question)),
      h('div', { class: 'meta end' }, copyButton(gap.question, t('gap_name', index + 1))))))));
}
