/** The company's own words, and the way back to where they stand. */

import { h, isWebAddress, unseen, words } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

/** @import {Brief, Statement, Value} from '../shared/contract.js' */
/** @import {Actions} from './view.js' */

/** @param {string} text @param {string} [className] */
export const quote = (text, className = 'theirs') => h('blockquote', { class: className }, h('p', {}, words(text)));

/**
 * A link that shows the words in the tab they were read from.
 * @param {Statement | Value} said @param {Actions} actions
 */
export function showOnPage(said, actions) {
  const { link } = said;
  if (!isWebAddress(link)) return null;
  const onclick = (/** @type {MouseEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // the user asks for a tab or window of its own
    event.preventDefault();
    actions.jump({ link, wordings: wordingsOf(said) });
  };
  return h('a', { class: 'show', href: link, onclick }, t('show_on_page'), unseen(`: ${textOf(said).slice(0, 60)}`));
}

/** A statement or value by its id. @param {Brief} brief @param {string} id */
export const evidenceOf = (brief, id) =>
  brief.statements.find((one) => one.id === id) ?? brief.values.find((one) => one.id === id) ?? null;

/** @param {Statement | Value} said */
export function textOf(said) {
  if ('text' in said) return said.text;
  return said.description ? `${said.name}: ${said.description}` : said.name;
}

/** What to look for on the page: a value's name may stand in a menu too, but not with its description after it. @param {Statement | Value} said */
const wordingsOf = (said) => ('text' in said
  ? [said.text, said.text.slice(0, 40)]
  : [said.name + (said.description ?? ''), said.description ?? '', said.name]);
