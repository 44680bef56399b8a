/** Each page that was looked at: read, or not and why. */

import { h, words } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { section } from '../section.js';

/** @import {PageInfo, PageOutcome, SavedBrief} from '../../shared/contract.js' */

/** @param {SavedBrief} saved */
export const renderPages = ({ brief, pages }) => section('pages', pageOutcomes(pages, brief.pages));

/** @param {PageOutcome[]} outcomes @param {PageInfo[]} infos what the helper made of the pages */
export const pageOutcomes = (outcomes, infos) =>
  h('ul', { class: 'plain pages' }, outcomes.map((outcome) => {
    const info = infos.find((one) => one.url === outcome.url);
    return h('li', { class: outcome.status },
      h('a', { href: outcome.url }, words(info?.title || outcome.title || outcome.url)),
      h('span', { class: 'muted small' }, note(outcome, info)));
  }));

/** @param {PageOutcome} outcome @param {PageInfo | undefined} info */
function note({ status, reason, httpStatus }, info) {
  const kind = info && info.kind !== 'other' ? ` · ${t(`page_${info.kind}`)}` : '';
  const why = reason ? ` · ${t(`reason_${reason}`, httpStatus ?? '')}` : '';
  return t(`page_${status}`) + kind + why;
}
