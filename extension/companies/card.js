/** One company: how it fits, what changed, the preparation, and forgetting it. */

import { bar } from '../shared/bar.js';
import { renderChanges } from '../shared/change-list.js';
import { lastReading } from '../shared/changes.js';
import { dayText } from '../shared/dates.js';
import { h, unseen, words } from '../shared/dom.js';
import { t, tCount } from '../shared/i18n.js';
import { changePreparation, loadPreparation } from '../shared/preparation.js';
import { problemText } from '../shared/problem-text.js';
import { countdown, readinessForm } from '../shared/readiness.js';

/** @import {Summary} from './main.js' */

/**
 * @param {Summary} summary
 * @param {{choose: (domain: string, on: boolean) => void, forget: (domain: string) => Promise<void>, reload: () => Promise<void>}} actions
 */
export function companyCard({ company, fit, interview_date, saved_at, pages, stale }, { choose, forget }) {
  const name = company.name || company.domain;
  const box = h('input', { type: 'checkbox', class: 'compare', 'data-key': `compare-${company.domain}`, onchange: () => choose(company.domain, box.checked) });
  const place = h('div', { class: 'inside' });
  const details = h('details', { ontoggle: () => { if (details.open && !place.hasChildNodes()) fill(); } },
    h('summary', {}, t('company_open'), unseen(`: ${name}`)), place);
  const soon = h('p', { class: 'interview small' }, countdown(interview_date));

  async function fill() {
    const trouble = h('p', { class: 'trouble', role: 'alert', hidden: true });
    const told = (/** @type {unknown} */ error) => {
      trouble.textContent = t('not_saved', problemText(error));
      trouble.hidden = false;
    };
    try {
      const [preparation, reading] = await Promise.all([loadPreparation(company.domain), lastReading(company.domain)]);
      const change = async (/** @type {(now: import('../shared/contract.js').Preparation) => void} */ edit) => {
        try {
          const now = await changePreparation(company.domain, edit);
          soon.textContent = countdown(now.interview_date ?? null);
          trouble.hidden = true;
        } catch (error) {
          told(error);
        }
      };
      place.replaceChildren(...[renderChanges(reading?.changes), trouble,
        readinessForm(preparation, change, { prefix: `c-${company.domain}`, seen: { profile: fit !== null } }),
        h('div', { class: 'buttons' },
          h('button', { type: 'button', onclick: sheet }, t('export_sheet')), forgetButton())].filter((one) => one !== null));
    } catch (error) {
      place.replaceChildren(h('p', { class: 'trouble' }, problemText(error)));
    }
  }

  const sheet = () => chrome.tabs.create({ url: chrome.runtime.getURL(`sheet/sheet.html?domain=${encodeURIComponent(company.domain)}`) });

  /** Two presses, as what is forgotten does not come back. */
  function forgetButton() {
    let sure = false;
    const button = h('button', { type: 'button', class: 'quiet', onclick: async () => {
      if (!sure) {
        sure = true;
        button.textContent = t('company_forget_sure', name);
        return;
      }
      await forget(company.domain);
    } }, t('company_forget'));
    button.addEventListener('blur', () => { sure = false; button.textContent = t('company_forget'); });
    return button;
  }

  return h('article', { class: 'card company-card', 'aria-label': name },
    h('div', { class: 'head' },
      h('label', { class: 'check' }, box, h('span', { class: 'unseen' }, t('compare_choose', name))),
      h('div', {}, h('h2', {}, words(name)),
        h('p', { class: 'muted small' }, h('a', { href: `https://${company.domain}/` }, company.domain),
          ` · ${tCount('count_pages', pages)} · ${t('company_when', dayText(saved_at))}`)),
      h('div', { class: 'fit-cell' },
        fit === null ? h('p', { class: 'muted small' }, t('fit_unknown')) : [h('p', { class: 'small' }, t('fit_share', Math.round(fit * 100))), bar(fit)],
        stale && h('p', { class: 'muted small' }, t('company_stale')))),
    soon,
    details);
}
