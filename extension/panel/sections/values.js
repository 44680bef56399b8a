/** The values the company names as its own. */

import { h, words } from '../../shared/dom.js';
import { showOnPage } from '../quote.js';
import { section } from '../section.js';

/** @import {Brief} from '../../shared/contract.js' */
/** @import {Actions} from '../view.js' */

/** @param {Brief} brief @param {Actions} actions */
export function renderValues({ values }, actions) {
  if (values.length === 0) return null;
  return section('values', h('ul', { class: 'plain values' }, values.map((value) =>
    h('li', {},
      h('h3', { class: 'theirs' }, words(value.name)),
      value.description && h('p', { class: 'theirs' }, words(value.description)),
      h('p', { class: 'meta end' }, showOnPage(value, actions))))));
}
