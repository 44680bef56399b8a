/** A section of the brief, with its heading. */

import { h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

/** @import {Child} from '../shared/dom.js' */

/**
 * @param {string} id names the section's heading too: `section_<id>`
 * @param {...(Child | Child[])} children
 */
export const section = (id, ...children) =>
  h('section', { id, 'aria-labelledby': `${id}-title` },
    h('h2', { id: `${id}-title` }, t(`section_${id}`)),
    ...children);
