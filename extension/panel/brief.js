/** The brief: the company in one line, the common ground, what to say, what to ask, then all it rests on. */

import { h, words } from '../shared/dom.js';
import { t, tCount } from '../shared/i18n.js';
import { renderAnswers } from './sections/answers.js';
import { renderCommonGround } from './sections/common-ground.js';
import { renderGaps } from './sections/gaps.js';
import { renderNotices } from './sections/notices.js';
import { renderPages } from './sections/pages.js';
import { renderPhrases } from './sections/phrases.js';
import { renderLeadQuotes, renderStatements } from './sections/statements.js';
import { renderValues } from './sections/values.js';

/** @import {SavedBrief} from '../shared/contract.js' */
/** @import {Actions} from './view.js' */

/** @param {SavedBrief} saved @param {Actions} actions */
export function renderBrief(saved, actions) {
  const { brief } = saved;
  const sections = [
    renderCommonGround(saved, actions),
    renderPhrases(saved),
    renderGaps(saved, actions),
    renderAnswers(brief),
    renderValues(brief, actions),
    renderStatements(brief, actions),
    renderPages(saved),
  ].filter((section) => section !== null);
  return h('article', { class: 'brief', 'aria-labelledby': 'company' },
    h('header', { class: 'company' },
      h('h1', { id: 'company' }, words(brief.company.name || brief.company.domain)),
      h('p', { class: 'muted small' }, t('company_read', brief.company.domain, tCount('count_pages', brief.pages.length)))),
    renderNotices(brief),
    renderLeadQuotes(brief, actions),
    contents(sections),
    sections);
}

/** @param {HTMLElement[]} sections */
const contents = (sections) =>
  h('nav', { class: 'contents', 'aria-label': t('contents') },
    h('ul', {}, sections.map((section) => h('li', {}, h('a', { href: `#${section.id}` }, section.dataset.short ?? '')))));
