/** Whole answers, built of the phrases above. */

import { h, words } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { copyButton } from '../copy.js';
import { section } from '../section.js';

/** @import {Answer, Brief} from '../../shared/contract.js' */

const MAIN_QUESTION = 'Q7'; // how does your vision fit ours?

/** @param {Brief} brief */
export function renderAnswers({ answers }) {
  if (answers.length === 0) return null;
  const mainFirst = [...answers].sort((a, b) => Number(b.question === MAIN_QUESTION) - Number(a.question === MAIN_QUESTION));
  return section('answers', mainFirst.map((answer, index) => card(answer, index + 1)));
}

/** Only the first is unfolded. @param {Answer} answer @param {number} number */
const card = (answer, number) =>
  h('details', { class: 'card answer', open: number === 1 },
    h('summary', {}, h('h3', {}, questionText(answer.question))),
    h('p', { class: 'muted small' }, t('answer_meta', t(`audience_${answer.audience}`), answer.words, answer.seconds)),
    answer.text.split(/\n+/).map((paragraph) => h('p', { class: 'say' }, words(paragraph))),
    h('div', { class: 'meta end' }, copyButton(answer.text, t('answer_name', number))));

/** A question comes as its number, or as its own words. @param {string} question */
const questionText = (question) => (/^Q\d+$/.test(question) ? t(`question_${question}`) : question);
