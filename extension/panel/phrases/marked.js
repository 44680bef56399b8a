/** A text with the company's exact words marked, and the blanks that are still to fill. */

import { h, words } from '../../shared/dom.js';

const BLANK = /\[[^[\]]*\]|\{[^{}]*\}|_{3,}/g; // as lint finds them

/** @param {string} text @param {string[]} quotes @returns {Node[]} */
export function marked(text, quotes) {
  const ranges = [
    ...quotes.map((exact) => ({ start: text.indexOf(exact), exact, kind: 'quote' })),
    ...[...text.matchAll(BLANK)].map((match) => ({ start: match.index, exact: match[0], kind: 'blank' })),
  ].filter(({ start, exact }) => start >= 0 && exact).sort((a, b) => a.start - b.start);
  const parts = [];
  let done = 0;
  for (const { start, exact, kind } of ranges) {
    if (start < done) continue;
    parts.push(words(text.slice(done, start)), h('mark', { class: kind }, words(exact)));
    done = start + exact.length;
  }
  return [...parts, words(text.slice(done))];
}
