/** What the user should know before trusting the brief. */

import { h } from '../../shared/dom.js';

/** @import {Brief} from '../../shared/contract.js' */

/** @param {Brief} brief */
export const renderNotices = ({ notices }) =>
  notices.length > 0 &&
  h('ul', { class: 'plain notices' }, notices.map(({ code, text }) => h('li', { 'data-code': code }, text)));
