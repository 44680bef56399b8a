/** The sheet to print and take along: what they say, what you want to say, what you want to ask. */

import { ask } from '../shared/ask.js';
import { dayText } from '../shared/dates.js';
import { byId, h, words } from '../shared/dom.js';
import { localise, t } from '../shared/i18n.js';
import { loadPreparation } from '../shared/preparation.js';
import { problemText } from '../shared/problem-text.js';

/** @import {Child} from '../shared/dom.js' */
/** @import {Answers} from '../shared/api.js' */
/** @import {Brief, Preparation} from '../shared/contract.js' */

const MOST_QUOTES = 4;

/** @param {string} domain */
export async function showSheet(domain) {
  const path = { domain };
  try {
    const [brief, preparation, { answers }, { questions }] = await Promise.all([
      ask('GET /v1/briefs/{domain}', { path }), loadPreparation(domain),
      ask('GET /v1/briefs/{domain}/answers', { path }), ask('GET /v1/questions', {}),
    ]);
    document.title = t('sheet_title', brief.company.name);
    byId('sheet').replaceChildren(...sheet(brief, preparation, answers, new Map(questions.map(({ id, text }) => [id, text]))));
  } catch (error) {
    byId('sheet').replaceChildren(h('p', { class: 'trouble', role: 'alert' }, problemText(error)));
  }
}

/** @param {Brief} brief @param {Preparation} preparation @param {Answers['SavedAnswerBody'][]} answers @param {Map<string, string>} questions */
function sheet(brief, { kept, notes, interview_date }, answers, questions) {
  const say = [...kept].sort((a, b) => a.order - b.order).map(({ text }) => text);
  return [
    h('h1', {}, words(brief.company.name)),
    interview_date && h('p', { class: 'muted' }, t('sheet_day', dayText(interview_date))),
    part('sheet_they', brief.statements.slice(0, MOST_QUOTES).map(({ text }) => h('li', { class: 'theirs' }, words(text)))),
    part('section_values', brief.values.map(({ name }) => h('li', { class: 'theirs' }, words(name)))),
    part('sheet_say', say.map((text) => h('li', {}, words(text)))),
    ...answers.map(({ question, text }) => h('section', {}, h('h2', {}, questions.get(question) ?? question),
      text.split(/\n+/).map((paragraph) => h('p', {}, words(paragraph))))),
    part('sheet_ask', brief.gaps.map(({ question }) => h('li', {}, words(question)))),
    notes.trim() && h('section', {}, h('h2', {}, t('notes_label')), h('p', { class: 'notes' }, words(notes))),
  ].filter((one) => one instanceof Node);
}

/** @param {string} title @param {Child[]} items */
const part = (title, items) => items.length > 0 && h('section', {}, h('h2', {}, t(title)), h('ul', {}, items));

localise(document);
byId('print').addEventListener('click', () => print());
showSheet(new URLSearchParams(location.search).get('domain') ?? '');
