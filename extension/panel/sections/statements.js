/** What the company says of itself, word for word: mission and vision first, culture and growth further down. */

import { h, words } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { quote, showOnPage } from '../quote.js';
import { section } from '../section.js';

/** @import {Brief, Statement} from '../../shared/contract.js' */
/** @import {Actions} from '../view.js' */

const KINDS = /** @type {const} */ (['mission', 'vision', 'culture', 'growth']);

/** The best mission and the best vision, before everything else. @param {Brief} brief @param {Actions} actions */
export function renderLeadQuotes({ statements }, actions) {
  const leads = leadsOf(statements);
  if (leads.length === 0) return h('p', { class: 'empty' }, t('lead_empty'));
  return h('div', { class: 'lead' }, leads.map((statement) => [
    h('h2', { class: 'label theirs-label' }, kindLabel(statement)),
    entry(statement, actions),
  ]).flat());
}

/** All the others, under their kinds. @param {Brief} brief @param {Actions} actions */
export function renderStatements({ statements }, actions) {
  const leads = new Set(leadsOf(statements));
  const rest = statements.filter((statement) => !leads.has(statement));
  if (rest.length === 0) return null;
  return section('statements', KINDS.map((kind) => {
    const ofKind = rest.filter((statement) => statement.kind === kind);
    return ofKind.length === 0 ? [] : [
      h('h3', {}, t(`kind_${kind}`)),
      h('ul', { class: 'plain' }, ofKind.map((statement) => h('li', {}, entry(statement, actions)))),
    ];
  }).flat());
}

/** @param {Statement[]} statements */
const leadsOf = (statements) => (/** @type {const} */ (['mission', 'vision']))
  .map((kind) => statements.filter((one) => one.kind === kind).sort((a, b) => b.confidence - a.confidence)[0])
  .filter((one) => one !== undefined);

/** Only a mission or a vision is expected to be called by its name. @param {Statement} statement */
const isImplied = ({ kind, explicit }) => !explicit && (kind === 'mission' || kind === 'vision');

/** @param {Statement} statement */
const kindLabel = (statement) => t(`kind_${statement.kind}`);

/** @param {Statement} statement @param {Actions} actions */
const entry = (statement, actions) =>
  h('div', { class: 'entry' },
    quote(statement.text),
    h('p', { class: 'meta' },
      h('span', { class: 'muted small' },
        statement.heading && [t('under_heading'), ' ', words(statement.heading)].flat(),
        isImplied(statement) && h('span', { class: 'tag' }, t('implied'))),
      showOnPage(statement, actions)));
