/** The answer's text: its length, what lint says, its versions, and the ways out of here. */

import { ask } from '../../shared/ask.js';
import { dayText } from '../../shared/dates.js';
import { h } from '../../shared/dom.js';
import { download, fileName } from '../../shared/files.js';
import { t } from '../../shared/i18n.js';
import { liveLint } from '../../shared/live-lint.js';
import { problemText } from '../../shared/problem-text.js';
import { secondsToSay, wordCount } from '../../shared/speech.js';
import { copyButton } from '../copy.js';

/** @import {Slot} from './pickers.js' */

/** What is asked for, in words. The spoken one is what lint calls speakable. */
const TARGETS = /** @type {Record<string, [number, number]>} */ ({ spoken: [60, 130] });

/**
 * @param {object} what
 * @param {string} what.text
 * @param {Slot} what.slot
 * @param {string} what.question
 * @param {string} what.company
 * @param {string} what.domain
 * @param {(text: string) => void} what.onSave
 * @param {(text: string) => void} what.onPractise
 */
export function answerEditor({ text, slot, question, company, domain, onSave, onPractise }) {
  const area = h('textarea', { id: 'answer-text', rows: 8, 'data-key': 'answer-text', placeholder: t('answer_placeholder') });
  area.value = text;
  const length = h('p', { class: 'muted small length' });
  const state = h('p', { class: 'muted small', role: 'status' });
  const versions = h('details', { class: 'versions', ontoggle: listVersions }, h('summary', {}, t('versions_summary')));
  const count = () => {
    const words = wordCount(area.value);
    const [least, most] = TARGETS[slot.register] ?? [0, Number(slot.register.replace(/\D/g, '')) * 1.1];
    length.dataset.fits = String(words >= least && words <= most);
    length.textContent = t('answer_length', words, secondsToSay(area.value), lengthAdvice(words, least, Math.round(most)));
  };
  area.addEventListener('input', count);
  count();

  async function save() {
    if (!area.value.trim()) return;
    try {
      const kept = await ask('PUT /v1/briefs/{domain}/answers', { path: { domain }, body: { ...slot, text: area.value.trim() } });
      state.textContent = t('answer_saved', kept.version);
      onSave(area.value.trim());
      if (versions.open) listVersions();
    } catch (error) {
      state.textContent = t('not_saved', problemText(error));
    }
  }

  async function listVersions() {
    if (!versions.open) return;
    const [summary] = versions.children;
    try {
      const found = await ask('GET /v1/briefs/{domain}/answers/versions', { path: { domain }, query: slot });
      versions.replaceChildren(summary, found.versions.length === 0 ? h('p', { class: 'empty' }, t('versions_none'))
        : h('ul', { class: 'plain' }, found.versions.map(({ version, saved_at, text: earlier }) => h('li', {},
          h('p', { class: 'label' }, t('version_name', version, dayText(saved_at))),
          h('p', { class: 'small' }, earlier),
          h('button', { type: 'button', class: 'quiet', onclick: () => use(earlier) }, t('version_use'))))));
    } catch (error) {
      versions.replaceChildren(summary, h('p', { class: 'trouble' }, problemText(error)));
    }
  }

  /** @param {string} earlier */
  function use(earlier) {
    area.value = earlier;
    area.dispatchEvent(new Event('input'));
    area.focus();
  }

  const markdown = () => download(`${fileName(`${company} ${question}`)}.md`,
    `# ${company}\n\n## ${question}\n\n${area.value.trim()}\n`, 'text/markdown');
  const sheet = () => chrome.tabs.create({ url: chrome.runtime.getURL(`sheet/sheet.html?domain=${encodeURIComponent(domain)}`) });

  return h('div', { class: 'answer' },
    h('label', { for: 'answer-text' }, t('answer_text_label')),
    area, length,
    h('div', { class: 'buttons' },
      h('button', { type: 'button', class: 'main', 'data-key': 'save', onclick: save }, t('answer_save')),
      h('button', { type: 'button', 'data-key': 'practise', onclick: () => { if (area.value.trim()) onPractise(area.value.trim()); } }, t('answer_practise'))),
    state,
    h('div', { class: 'buttons' },
      copyButton(() => area.value, t('answer_name')),
      h('button', { type: 'button', onclick: markdown }, t('export_markdown')),
      h('button', { type: 'button', onclick: sheet }, t('export_sheet'))),
    liveLint(area, () => ({ brief: domain, form: 'answer' })),
    versions);
}

/** @param {number} words @param {number} least @param {number} most */
function lengthAdvice(words, least, most) {
  if (words === 0) return '';
  if (words < least) return t('length_short', least);
  return words > most ? t('length_long', most) : t('length_fine');
}
