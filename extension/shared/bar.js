/** A bar that shows a share. The words beside it say the same, so it is hidden from screen readers. */

import { h } from './dom.js';

/** @param {number} share 0 to 1 @param {string} [kind] */
export function bar(share, kind = '') {
  const fill = h('span', { class: 'bar-fill' });
  fill.style.inlineSize = `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
  return h('span', { class: `bar-track ${kind}`.trim(), 'aria-hidden': 'true' }, fill);
}
