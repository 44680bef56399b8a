/** All about one company: its head, and the four parts below it. */

import { lastReading } from '../shared/changes.js';
import { h, words } from '../shared/dom.js';
import { t, tCount } from '../shared/i18n.js';
import { countdown } from '../shared/readiness.js';
import { tabs } from '../shared/tabs.js';
import { renderAnswers } from './answer/builder.js';
import { renderBrief } from './brief.js';
import { Desk } from './desk.js';
import { renderPhrases } from './phrases/list.js';
import { renderReady } from './sections/ready.js';

/** @import {SavedBrief} from '../shared/contract.js' */
/** @import {Actions} from './view.js' */

/** The part the user looked at last, for the next company too. */
let shownPart = 'brief';

/** @param {SavedBrief} saved @param {Actions} actions */
export function renderCompany(saved, actions) {
  const { company, pages } = saved.brief;
  const desk = new Desk(company.domain);
  const day = h('p', { class: 'interview small', hidden: true });
  desk.watch(() => {
    const left = countdown(desk.preparation.interview_date ?? null);
    day.textContent = left && t('interview_head', left);
    day.hidden = !left;
  });
  const parts = tabs(t('parts_label'), [
    { id: 'brief', label: t('part_brief'), content: () => renderBrief(saved, lastReading(company.domain), actions) },
    { id: 'phrases', label: t('part_phrases'), content: () => renderPhrases(saved, desk, actions) },
    { id: 'answers', label: t('part_answers'), content: () => renderAnswers(saved, desk) },
    { id: 'ready', label: t('part_ready'), content: () => renderReady(saved, desk) },
  ], shownPart, (id) => { shownPart = id; });
  desk.load();
  return h('article', { class: 'brief', 'aria-labelledby': 'company' },
    h('header', { class: 'company' },
      h('h1', { id: 'company' }, words(company.name || company.domain)),
      h('p', { class: 'muted small' }, t('company_read', company.domain, tCount('count_pages', pages.length))),
      day),
    parts.list,
    parts.panels);
}
