/** The privacy log: what pages came in and which requests left this computer, as the helper wrote it down. */

import { ask } from '../shared/ask.js';
import { byId, h, words } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { problemText } from '../shared/problem-text.js';

const MOST = 100;

export function setUpLog() {
  const details = /** @type {HTMLDetailsElement} */ (byId('log-view'));
  details.addEventListener('toggle', async () => {
    if (!details.open) return;
    try {
      const { entries } = await ask('GET /v1/log', { query: { limit: MOST } });
      byId('log').replaceChildren(entries.length === 0 ? h('p', { class: 'empty' }, t('log_empty'))
        : h('ul', { class: 'plain log' }, entries.map(({ kind, url, reason, at }) => h('li', { class: 'small' },
          h('strong', {}, t(`log_${kind}`)), ' ', words(url), h('span', { class: 'muted' }, ` · ${moment(at)}${reason && ` · ${reason}`}`)))));
    } catch (error) {
      byId('log').replaceChildren(h('p', { class: 'trouble', role: 'alert' }, problemText(error)));
    }
  });
}

/** @param {string} at */
const moment = (at) => new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));
