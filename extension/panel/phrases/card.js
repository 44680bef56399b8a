/** One suggestion: copy it, keep it, say that it is true, put it into other words, see where it comes from. */

import { h, unseen, words } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { redraw } from '../../shared/redraw.js';
import { secondsToSay, wordCount } from '../../shared/speech.js';
import { copyButton } from '../copy.js';
import { evidenceOf, showOnPage, textOf } from '../quote.js';
import { blanksForm } from './blanks.js';
import { editor } from './editor.js';
import { marked } from './marked.js';

/** @import {Phrase, SavedBrief} from '../../shared/contract.js' */
/** @import {Desk} from '../desk.js' */
/** @import {Actions} from '../view.js' */

/** @param {SavedBrief} saved @param {Phrase} phrase @param {number} number @param {Desk} desk @param {Actions} actions */
export function phraseCard(saved, phrase, number, desk, actions) {
  const name = t('phrase_name', number);
  const card = h('article', { class: 'card phrase', 'data-phrase': phrase.id });
  let drawn = '';

  const draw = () => {
    const kept = desk.keptOf(phrase);
    const state = JSON.stringify(kept ?? null);
    if (state === drawn) return; // another phrase changed: this one may be under the user's hands
    drawn = state;
    const text = kept?.text ?? phrase.text;
    card.classList.toggle('kept', Boolean(kept));
    redraw(card, [
      h('p', { class: 'say' }, marked(text, phrase.quotes)),
      h('p', { class: 'muted small' }, t('phrase_length', wordCount(text), secondsToSay(text)), text !== phrase.text && ` · ${t('phrase_edited')}`),
      h('div', { class: 'buttons' },
        copyButton(text, name),
        h('button', { type: 'button', 'data-key': 'keep', 'aria-pressed': String(Boolean(kept)), onclick: toggle },
          t(kept ? 'phrase_kept' : 'phrase_keep'), unseen(` ${name}`)),
        h('button', { type: 'button', 'data-key': 'edit', onclick: edit }, t('phrase_edit'), unseen(` ${name}`))),
      trueForMe(kept?.true_for_me ?? false, name, (checked) => desk.keep(phrase, { true_for_me: checked })),
      blanksForm(saved.aspirations.find(({ id }) => id === phrase.aspiration)),
      h('details', {}, h('summary', {}, t('phrase_why')), reasons(saved, phrase, actions)),
    ]);
  };
  const toggle = () => {
    const kept = desk.keptOf(phrase);
    return kept ? desk.release(kept.id) : desk.keep(phrase);
  };
  const edit = () => {
    const close = () => { drawn = ''; draw(); /** @type {HTMLElement | null} */ (card.querySelector('[data-key="edit"]'))?.focus(); };
    card.replaceChildren(editor({
      text: desk.keptOf(phrase)?.text ?? phrase.text, original: phrase.text, name, domain: desk.domain, phrase: phrase.id,
      save: async (text) => { await desk.keep(phrase, { text, true_for_me: false }); close(); },
      cancel: close,
    }));
    card.querySelector('textarea')?.focus();
  };
  desk.watch(() => { if (!card.querySelector('.editor')) draw(); });
  draw();
  return card;
}

/** @param {boolean} checked @param {string} name @param {(checked: boolean) => void} set */
export function trueForMe(checked, name, set) {
  const box = h('input', { type: 'checkbox', 'data-key': 'true', onchange: () => set(box.checked) });
  box.checked = checked;
  return h('label', { class: 'check' }, box, h('span', {}, t('phrase_true'), unseen(`: ${name}`)));
}

/** @param {SavedBrief} saved @param {Phrase} phrase @param {Actions} actions */
function reasons({ brief, aspirations }, phrase, actions) {
  const aspiration = aspirations.find((one) => one.id === phrase.aspiration);
  const theirs = phrase.evidence.map((id) => evidenceOf(brief, id)).filter((one) => one !== null);
  return [
    h('p', { class: 'label yours-label' }, t('your_words')),
    h('p', { class: 'yours' }, words(aspiration?.text ?? phrase.aspiration)),
    aspiration?.because && h('p', { class: 'yours small' }, t('because_label'), ' ', words(aspiration.because)),
    h('p', { class: 'label theirs-label' }, t('their_words')),
    ...theirs.map((one) => h('div', { class: 'entry' }, h('p', { class: 'theirs' }, words(textOf(one))), h('p', { class: 'meta end' }, showOnPage(one, actions)))),
  ];
}
