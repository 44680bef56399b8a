/** What the user could say: each phrase with the company's words marked, its reason, and a copy button. */

import { h, words } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { copyButton } from '../copy.js';
import { evidenceOf, textOf } from '../quote.js';
import { section } from '../section.js';

/** @import {Phrase, SavedBrief} from '../../shared/contract.js' */

/** @param {SavedBrief} saved */
export function renderPhrases(saved) {
  const { phrases } = saved.brief;
  if (phrases.length === 0) return section('phrases', h('p', { class: 'empty' }, t('phrases_empty')));
  return section('phrases',
    h('p', { class: 'muted small' }, t('phrases_hint')),
    h('ol', { class: 'plain' }, phrases.map((phrase, index) => h('li', {}, card(saved, phrase, index + 1)))));
}

/** @param {SavedBrief} saved @param {Phrase} phrase @param {number} number */
const card = (saved, phrase, number) =>
  h('article', { class: 'card phrase' },
    h('p', { class: 'say' }, marked(phrase.text, phrase.quotes)),
    h('div', { class: 'meta' },
      h('span', { class: 'muted small' }, t('phrase_words', phrase.words)),
      copyButton(phrase.text, t('phrase_name', number))),
    h('details', {}, h('summary', {}, t('phrase_why')), ...reasons(saved, phrase)));

/** @param {SavedBrief} saved @param {Phrase} phrase */
function reasons({ brief, aspirations }, phrase) {
  const aspiration = aspirations.find((one) => one.id === phrase.aspiration);
  const theirs = phrase.evidence.map((id) => evidenceOf(brief, id)).filter((one) => one !== null);
  return [
    h('p', { class: 'label yours-label' }, t('your_words')),
    h('p', { class: 'yours' }, words(aspiration?.text ?? phrase.aspiration)),
    h('p', { class: 'label theirs-label' }, t('their_words')),
    ...theirs.map((one) => h('p', { class: 'theirs' }, words(textOf(one)))),
  ];
}

/**
 * The text with the company's exact words marked.
 * @param {string} text @param {string[]} quotes
 * @returns {Node[]}
 */
export function marked(text, quotes) {
  const ranges = quotes.map((exact) => ({ start: text.indexOf(exact), exact }))
    .filter(({ start, exact }) => start >= 0 && exact)
    .sort((a, b) => a.start - b.start);
  const parts = [];
  let done = 0;
  for (const { start, exact } of ranges) {
    if (start < done) continue;
    parts.push(words(text.slice(done, start)), h('mark', {}, words(exact)));
    done = start + exact.length;
  }
  return [...parts, words(text.slice(done))];
}
