/** Companies side by side: aspirations and themes down, companies across, the stronger the darker. */

import { h, words } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

/** @import {Answers} from '../shared/api.js' */

const LEVELS = 4;
const LEVEL_OF = { strong: 4, partial: 3, weak: 1, none: 0 };

/** @param {Answers['Comparison']} compared @returns {HTMLElement[]} */
export function comparison({ companies, themes }) {
  const head = () => h('thead', {}, h('tr', {}, h('td', {}),
    companies.map(({ company }) => h('th', { scope: 'col' }, words(company.name || company.domain)))));
  const most = Math.max(...companies.flatMap((one) => Object.values(one.themes)), 0.001);
  const byWeight = [...themes].sort((a, b) => total(companies, b.id) - total(companies, a.id) || a.label.localeCompare(b.label));
  const [first] = companies;
  return [
    h('h2', { tabindex: '-1' }, t('comparison_title')),
    first.aspirations.length > 0 && scroller('comparison_aspirations', h('table', {},
      h('caption', {}, t('comparison_aspirations')), head(),
      h('tbody', {}, first.aspirations.map(({ text, aspiration }) => h('tr', {},
        h('th', { scope: 'row', class: 'yours' }, words(text)),
        companies.map((one) => matchCell(one.aspirations.find((its) => its.aspiration === aspiration)))))))),
    scroller('comparison_themes', h('table', {},
      h('caption', {}, t('comparison_themes')), head(),
      h('tbody', {}, byWeight.map(({ id, label }) => h('tr', {},
        h('th', { scope: 'row' }, label),
        companies.map((one) => shareCell(one.themes[id] ?? 0, most))))))),
  ].filter((one) => one !== false);
}

/** A table may be wider than the window; the keyboard must reach what is outside. @param {string} label @param {HTMLElement} table */
const scroller = (label, table) => h('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': t(label) }, table);

/** @param {Answers['ComparedCompany'][]} companies @param {string} theme */
const total = (companies, theme) => companies.reduce((sum, one) => sum + (one.themes[theme] ?? 0), 0);

/** @param {Answers['ComparedAspiration'] | undefined} one */
function matchCell(one) {
  if (one?.conflict) return h('td', { class: 'heat against' }, t('fit_conflict'));
  const strength = one?.strength ?? 'none';
  return h('td', { class: `heat heat-${LEVEL_OF[strength]}` }, t(`fit_${strength}`));
}

/** @param {number} share @param {number} most the largest of the table, which is the darkest */
function shareCell(share, most) {
  const level = share <= 0 ? 0 : Math.min(LEVELS, 1 + Math.floor((share / most) * LEVELS));
  return h('td', { class: `heat heat-${level}` }, share > 0 ? t('heat_share', Math.max(1, Math.round(share * 100))) : '–');
}
