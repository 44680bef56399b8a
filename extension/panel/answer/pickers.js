/** Which question, who listens, spoken or written. */

import { h } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';

/** @import {Answers, Requests} from '../../shared/api.js' */

/** @typedef {Pick<Required<Requests['ComposeRequest']>, 'question' | 'audience' | 'register'>} Slot */

const MAIN_QUESTION = 'Q7'; // how does your vision fit ours?

/** @param {Answers['QuestionList']} list @param {() => void} onChange */
export function pickers({ questions, audiences, registers }, onChange) {
  const often = questions.filter(({ first }) => first);
  const rest = questions.filter(({ first }) => !first);
  const question = h('select', { id: 'question', onchange: onChange },
    group('questions_often', often), group('questions_more', rest));
  question.value = questions.some(({ id }) => id === MAIN_QUESTION) ? MAIN_QUESTION : questions[0]?.id ?? '';
  const audience = h('select', { id: 'audience', onchange: onChange }, audiences.map((key) => h('option', { value: key }, t(`audience_${key}`))));
  const register = h('select', { id: 'register', onchange: onChange },
    registers.map((key) => h('option', { value: key }, t(`register_${key.replace('-', '_')}`))));
  const root = h('div', { class: 'pickers' },
    labelled('question_label', question), labelled('audience_label', audience), labelled('register_label', register));
  return {
    root,
    /** @returns {Slot} */
    slot: () => /** @type {Slot} */ ({ question: question.value, audience: audience.value, register: register.value }),
    questionText: () => questions.find(({ id }) => id === question.value)?.text ?? '',
  };
}

/** @param {string} label @param {Answers['QuestionList']['questions']} questions */
const group = (label, questions) =>
  h('optgroup', { label: t(label) }, questions.map(({ id, text }) => h('option', { value: id }, text)));

/** @param {string} label @param {HTMLSelectElement} control */
const labelled = (label, control) => h('div', { class: 'field' }, h('label', { for: control.id }, t(label)), control);
