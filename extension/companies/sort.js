/** The order of the companies. */

/** @import {Summary} from './main.js' */

export const SORTS = /** @type {const} */ (['fit', 'interview', 'name', 'read']);

/** @param {Summary[]} companies @param {typeof SORTS[number]} by @returns {Summary[]} */
export function sorted(companies, by) {
  const name = (/** @type {Summary} */ a, /** @type {Summary} */ b) => a.company.name.localeCompare(b.company.name);
  const last = '9999'; // without a day: after all that have one
  /** @type {Record<typeof SORTS[number], (a: Summary, b: Summary) => number>} */
  const orders = {
    fit: (a, b) => (b.fit ?? -1) - (a.fit ?? -1),
    interview: (a, b) => (a.interview_date ?? last).localeCompare(b.interview_date ?? last),
    name,
    read: (a, b) => b.saved_at.localeCompare(a.saved_at),
  };
  return [...companies].sort((a, b) => orders[by](a, b) || name(a, b));
}
