/** Each page that was looked at: why it was chosen, read or not and why, and the user's say in it. */

import { h, unseen, words } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { section } from '../section.js';

/** @import {PageInfo, PageOutcome, SavedBrief} from '../../shared/contract.js' */
/** @import {Actions} from '../view.js' */

/** @param {SavedBrief} saved @param {Actions} actions */
export const renderPages = ({ brief, pages }, actions) => section('pages',
  pageOutcomes(pages, brief.pages, actions),
  addForm(pages[0]?.url ?? '', actions),
  h('div', { class: 'buttons' },
    h('button', { type: 'button', id: 'read-selection', onclick: actions.readSelection }, t('read_selection')),
    h('button', { type: 'button', id: 'read-pages', onclick: actions.readAgain }, t('read_again'))));

/** @param {PageOutcome[]} outcomes @param {PageInfo[]} infos what the helper made of the pages @param {Actions} [actions] */
export const pageOutcomes = (outcomes, infos, actions) =>
  h('ul', { class: 'plain pages' }, outcomes.map((outcome) => {
    const info = infos.find((one) => one.url === outcome.url);
    const title = info?.title || outcome.title || pathOf(outcome.url);
    return h('li', { class: outcome.status },
      h('a', { href: outcome.url }, words(title)),
      h('span', { class: 'muted small' }, note(outcome, info)),
      actions && switchOf(outcome, title, actions));
  }));

/** @param {PageOutcome} outcome @param {PageInfo | undefined} info */
function note({ status, reason, httpStatus, topic }, info) {
  const kind = info && info.kind !== 'other' ? ` · ${t(`page_${info.kind}`)}` : '';
  const why = reason ? ` · ${t(`reason_${reason}`, httpStatus ?? '')}` : topic ? ` · ${t(`topic_${topic}`)}` : '';
  return t(`page_${status}`) + kind + why;
}

/** Leave out or take back; the page that was clicked on stays. @param {PageOutcome} outcome @param {string} title @param {Actions} actions */
function switchOf({ status, topic, url }, title, { choosePages }) {
  if (status === 'elsewhere' || topic === 'open') return null;
  const back = status === 'dropped';
  const onclick = () => choosePages(back ? { take: url } : { drop: url });
  return h('button', { type: 'button', class: 'quiet switch', onclick },
    t(back ? 'page_take_back' : 'page_leave_out'), unseen(`: ${title}`));
}

/** @param {string} openPage @param {Actions} actions */
function addForm(openPage, { choosePages }) {
  const input = h('input', { type: 'text', inputmode: 'url', id: 'add-page', autocomplete: 'off', spellcheck: 'false', required: true, 'aria-describedby': 'add-page-hint' });
  const hint = h('p', { class: 'muted small', id: 'add-page-hint', role: 'status' }, t('page_add_hint'));
  const onsubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const url = addressOf(input.value, openPage);
    if (url) choosePages({ add: url });
    else hint.textContent = t('page_add_elsewhere');
  };
  return h('form', { class: 'add-page', onsubmit },
    h('label', { for: 'add-page' }, t('page_add_label')),
    h('div', { class: 'row' }, input, h('button', {}, t('page_add'))),
    hint);
}

/** What was typed as an address of the same site, or an empty string. @param {string} typed @param {string} openPage */
export function addressOf(typed, openPage) {
  const text = typed.trim();
  const whole = /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(text) ? `https://${text}` : text;
  if (!text || !URL.canParse(whole, openPage)) return '';
  const url = new URL(whole, openPage);
  if (url.host !== new URL(openPage).host) return '';
  return url.href.replace(/^https?:/, new URL(openPage).protocol).replace(/#.*$/, '');
}

/** @param {string} address */
const pathOf = (address) => (URL.canParse(address) ? new URL(address).pathname : address);
