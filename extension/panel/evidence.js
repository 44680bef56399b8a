/** One piece of evidence: the company's words, how well they match, and why. */

import { h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { evidenceOf, quote, showOnPage, textOf } from './quote.js';

/** @import {Brief, Match} from '../shared/contract.js' */
/** @import {Actions} from './view.js' */

const STEPS = { strong: 3, partial: 2, weak: 1 };

/** @param {Brief} brief @param {Match} match @param {Actions} actions */
export function evidence(brief, match, actions) {
  const said = evidenceOf(brief, match.evidence);
  return said && [
    quote(textOf(said)),
    h('p', { class: 'meta' }, meter(match), showOnPage(said, actions)),
    h('p', { class: 'why' }, reasonOf(match.why)),
  ];
}

/** @param {Match} match */
function meter({ strength }) {
  const dots = [1, 2, 3].map((step) => h('span', { class: step <= STEPS[strength] ? 'dot on' : 'dot' }));
  return h('span', { class: `meter ${strength}` }, h('span', { class: 'dots', 'aria-hidden': 'true' }, dots), t(`strength_${strength}`));
}

/** The reason without the words that stand beside it anyway, before it or after it. @param {string} why */
function reasonOf(why) {
  const clause = /”[^“”:]*: ([^“”:]+)$/.exec(why)?.[1] ?? why.replace(/: “[^“”]*”\.?$/, '.');
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}
