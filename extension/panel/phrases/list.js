/** What the user could say: the suggestions, then what was kept of earlier readings. */

import { h } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { redraw } from '../../shared/redraw.js';
import { section } from '../section.js';
import { keptCard } from './kept-card.js';
import { phraseCard } from './card.js';

/** @import {SavedBrief} from '../../shared/contract.js' */
/** @import {Desk} from '../desk.js' */
/** @import {Actions} from '../view.js' */

/** @param {SavedBrief} saved @param {Desk} desk @param {Actions} actions */
export function renderPhrases(saved, desk, actions) {
  const { phrases } = saved.brief;
  const earlier = h('div', { class: 'earlier' });
  const suggestions = phrases.length === 0
    ? h('p', { class: 'empty' }, t('phrases_empty'))
    : h('ol', { class: 'plain' }, phrases.map((phrase, index) => h('li', {}, phraseCard(saved, phrase, index + 1, desk, actions))));
  const drawEarlier = () => {
    const known = new Set(phrases.map(({ text }) => text));
    const others = desk.kept.filter(({ original }) => !known.has(original));
    redraw(earlier, others.length === 0 ? [] : [
      h('h3', {}, t('phrases_earlier')),
      h('ul', { class: 'plain' }, others.map((kept, index) => h('li', {}, keptCard(kept, index + 1, desk)))),
    ]);
  };
  desk.watch(drawEarlier);
  drawEarlier();
  return section('phrases', h('p', { class: 'muted small' }, t('phrases_hint')), trouble(desk), suggestions, earlier);
}

/** Why the last change was not saved. @param {Desk} desk */
export function trouble(desk) {
  const line = h('p', { class: 'trouble', role: 'alert', hidden: true });
  const draw = () => {
    line.hidden = !desk.problem;
    line.textContent = desk.problem && t('not_saved', desk.problem);
  };
  desk.watch(draw);
  draw();
  return line;
}
