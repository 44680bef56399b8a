/** The brief at a glance: what the company is for, how it fits, where both meet, what to ask, then all it rests on. */

import { renderChanges } from '../shared/change-list.js';
import { h } from '../shared/dom.js';
import { renderCommonGround } from './sections/common-ground.js';
import { renderFit } from './sections/fit.js';
import { renderGaps } from './sections/gaps.js';
import { renderNotices } from './sections/notices.js';
import { renderPages } from './sections/pages.js';
import { renderLeadQuotes, renderStatements } from './sections/statements.js';
import { renderValues } from './sections/values.js';

/** @import {Digest, SavedBrief} from '../shared/contract.js' */
/** @import {Actions} from './view.js' */

/** @param {SavedBrief} saved @param {Promise<Digest | undefined>} reading @param {Actions} actions */
export function renderBrief(saved, reading, actions) {
  const { brief } = saved;
  const changes = h('div', { hidden: true });
  reading.then((digest) => {
    const found = renderChanges(digest?.changes);
    if (found) changes.replaceWith(found);
  });
  return h('div', { class: 'sections' },
    renderNotices(brief),
    renderLeadQuotes(brief, actions),
    changes,
    renderFit(saved),
    renderCommonGround(saved, actions),
    renderGaps(saved, actions),
    renderValues(brief, actions),
    renderStatements(brief, actions),
    renderPages(saved, actions));
}
