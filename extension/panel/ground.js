/** Which matches are ground to stand on. */

/** @import {Brief, Match} from '../shared/contract.js' */

/** A weak match beside a gap is none: the gap shows it, as the nearest they come. @param {Brief} brief @returns {Match[]} */
export function groundOf({ matches, gaps }) {
  const unmet = new Set(gaps.filter(({ reason }) => reason === 'nothing_found').map(({ aspiration }) => aspiration));
  return matches.filter(({ aspiration }) => !unmet.has(aspiration));
}
