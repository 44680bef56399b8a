/** A section of the brief, with its heading and its short name for the list of contents. */

import { h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

/** @import {Child} from '../shared/dom.js' */

/**
 * @param {string} id names the section's strings too: `section_<id>` and `section_<id>_short`
 * @param {...(Child | Child[])} children
 */
export const section = (id, ...children) =>
  h('section', { id, 'aria-labelledby': `${id}-title`, 'data-short': t(`section_${id}_short`) },
    h('h2', { id: `${id}-title` }, t(`section_${id}`)),
    ...children);
