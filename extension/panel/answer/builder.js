/** An answer of the user's own: a question and a listener picked, built of kept phrases, reworded, saved, practised. */

import { ask } from '../../shared/ask.js';
import { byId, h } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { problemText } from '../../shared/problem-text.js';
import { redraw } from '../../shared/redraw.js';
import { section } from '../section.js';
import { trouble } from '../phrases/list.js';
import { answerEditor } from './editor.js';
import { phraseOrder } from './order.js';
import { pickers } from './pickers.js';
import { practice } from './practice.js';

/** @import {Answers} from '../../shared/api.js' */
/** @import {SavedBrief} from '../../shared/contract.js' */
/** @import {Desk} from '../desk.js' */
/** @import {Slot} from './pickers.js' */

/** @param {SavedBrief} saved @param {Desk} desk */
export function renderAnswers(saved, desk) {
  const root = section('answers', h('p', { class: 'muted' }, t('answer_loading')));
  begin();
  return root;

  async function begin() {
    try {
      const [questions, { answers }] = await Promise.all([
        ask('GET /v1/questions', {}),
        ask('GET /v1/briefs/{domain}/answers', { path: { domain: desk.domain } }),
      ]);
      build(questions, new Map(answers.map((one) => [keyOf(one), one.text])));
    } catch (error) {
      const again = h('button', { type: 'button', class: 'main', onclick: begin }, t('action_try_again'));
      root.replaceChildren(heading(), h('p', { class: 'trouble', role: 'alert' }, problemText(error)), again);
    }
  }

  /** @param {Answers['QuestionList']} questions @param {Map<string, string>} own the user's own texts */
  function build(questions, own) {
    /** @type {Set<string>} */
    const left = new Set();
    const picker = pickers(questions, () => show());
    const place = h('div', { class: 'answer-place' });
    const state = h('p', { class: 'muted small', role: 'status' });
    const make = h('button', { type: 'button', class: 'main', 'data-key': 'build', onclick: compose }, t('answer_build'));
    const show = (text = own.get(keyOf(picker.slot())) ?? ready(saved, picker.slot()) ?? '') => {
      const slot = picker.slot();
      const question = picker.questionText();
      redraw(place, [answerEditor({
        text, slot, question, company: saved.brief.company.name, domain: desk.domain,
        onSave: (kept) => { own.set(keyOf(slot), kept); tick('answer'); },
        onPractise: (spoken) => {
          const back = () => { root.replaceChildren(...parts); byId('view').focus(); };
          root.replaceChildren(practice({ question, text: spoken, slot, back, onDone: () => tick('practised') }));
          root.querySelector('h2')?.focus();
        },
      })]);
    };

    async function compose() {
      const phrases = desk.kept.map(({ id }) => id).filter((id) => !left.has(id));
      state.textContent = t('answer_building');
      try {
        const made = await ask('POST /v1/briefs/{domain}/answers', {
          path: { domain: desk.domain }, body: { ...picker.slot(), ...(phrases.length && { phrases }) },
        });
        state.textContent = t('answer_built');
        show(made.text);
      } catch (error) {
        state.textContent = problemText(error);
      }
    }

    const parts = [heading(), trouble(desk), picker.root,
      h('h3', {}, t('order_title')), phraseOrder(desk, left),
      h('div', { class: 'buttons' }, make), state, place];
    root.replaceChildren(...parts);
    show();
  }

  /** @param {string} item of the checklist */
  function tick(item) {
    if (!desk.preparation.checklist[item]) desk.change((now) => { now.checklist[item] = true; });
  }
}

const heading = () => h('h2', { id: 'answers-title' }, t('section_answers'));

/** @param {Slot} slot */
const keyOf = ({ question, audience, register }) => `${question} ${audience} ${register}`;

/** What the brief brought along for this question. @param {SavedBrief} saved @param {Slot} slot */
const ready = ({ brief }, { question, audience, register }) => (register === 'spoken'
  ? brief.answers.find((one) => one.question === question && one.audience === audience)?.text
  : undefined);
