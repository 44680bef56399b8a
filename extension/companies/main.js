/** The companies page: all that were read, side by side where wanted. */

import { ask } from '../shared/ask.js';
import { byId, h } from '../shared/dom.js';
import { localise, t } from '../shared/i18n.js';
import { savedDomains } from '../shared/kept.js';
import { problemText } from '../shared/problem-text.js';
import { redraw } from '../shared/redraw.js';
import { companyCard } from './card.js';
import { comparison } from './comparison.js';
import { SORTS, sorted } from './sort.js';

/** @import {Answers} from '../shared/api.js' */

/** @typedef {Answers['BriefSummary']} Summary */

const MOST_COMPARED = 4;

/** @param {HTMLElement} root */
export async function showCompanies(root) {
  /** @type {Summary[]} */
  let companies = [];
  /** @type {Map<string, HTMLElement>} */
  const cards = new Map();
  /** @type {Set<string>} */
  const chosen = new Set();
  let sort = /** @type {typeof SORTS[number]} */ (SORTS[0]);
  const compared = h('div', { class: 'compared' });
  const list = h('ul', { class: 'plain companies' });
  const compareButton = h('button', { type: 'button', class: 'main', id: 'compare', onclick: compare });
  const choice = h('select', { id: 'sort', onchange: () => { sort = /** @type {typeof SORTS[number]} */ (choice.value); draw(); } },
    SORTS.map((key) => h('option', { value: key }, t(`sort_${key}`))));

  async function load() {
    ({ briefs: companies } = await ask('GET /v1/briefs', {}));
  }

  function draw() {
    const rows = sorted(companies, sort).map((one) => {
      const { domain } = one.company;
      const card = cards.get(domain) ?? companyCard(one, { choose, forget, reload });
      cards.set(domain, card);
      return h('li', {}, card);
    });
    redraw(list, rows);
    mark();
    redraw(root, companies.length === 0
      ? [h('p', { class: 'empty' }, t('companies_empty'))]
      : [h('div', { class: 'toolbar' }, h('div', { class: 'field' }, h('label', { for: 'sort' }, t('sort_label')), choice),
        h('div', { class: 'field' }, compareButton)), compared, list]);
    root.setAttribute('aria-busy', 'false');
  }

  /** @param {string} domain @param {boolean} on */
  function choose(domain, on) {
    if (on) chosen.add(domain);
    else chosen.delete(domain);
    mark();
  }

  /** No fifth company, and no comparison of one. */
  function mark() {
    compareButton.textContent = t('compare_action', chosen.size, MOST_COMPARED);
    compareButton.disabled = chosen.size < 2;
    for (const box of list.querySelectorAll('input.compare')) {
      /** @type {HTMLInputElement} */ (box).disabled = chosen.size >= MOST_COMPARED && !(/** @type {HTMLInputElement} */ (box).checked);
    }
  }

  async function compare() {
    try {
      compared.replaceChildren(...comparison(await ask('GET /v1/comparison', { query: { domain: [...chosen] } })));
      compared.querySelector('h2')?.focus();
    } catch (error) {
      compared.replaceChildren(h('p', { class: 'trouble', role: 'alert' }, problemText(error)));
    }
  }

  /** @param {string} domain */
  async function forget(domain) {
    await ask('DELETE /v1/briefs/{domain}', { path: { domain } });
    await savedDomains();
    chosen.delete(domain);
    cards.delete(domain);
    compared.replaceChildren();
    await reload();
  }

  async function reload() {
    await load();
    draw();
  }

  try {
    await reload();
    await matchAnew(companies.filter(({ stale }) => stale), async () => {
      cards.clear();
      await reload();
    });
  } catch (error) {
    root.setAttribute('aria-busy', 'false');
    root.replaceChildren(h('p', { class: 'trouble', role: 'alert' }, problemText(error)),
      h('button', { type: 'button', class: 'main', onclick: () => showCompanies(root) }, t('action_try_again')));
  }
}

/** A changed profile: asking for a brief holds it against the aspirations of now. @param {Summary[]} stale @param {() => Promise<void>} done */
async function matchAnew(stale, done) {
  for (const { company } of stale) await ask('GET /v1/briefs/{domain}', { path: { domain: company.domain } });
  if (stale.length) await done();
}

localise(document);
document.title = t('companies_title');
showCompanies(byId('companies'));
