/** Which pages the user wants read: added, left out, taken back. */

/** @import {Choice, SavedBrief} from '../shared/contract.js' */

/** @param {SavedBrief | undefined} saved @param {{add?: string, drop?: string, take?: string}} change @returns {Choice | undefined} */
export function chosen(saved, { add, drop, take }) {
  const [open] = saved?.pages ?? [];
  if (!open) return undefined;
  const { origin } = new URL(open.url);
  const before = saved?.choice?.origin === origin ? saved.choice : { added: [], dropped: [] };
  const without = (/** @type {string[]} */ urls, /** @type {string | undefined} */ url) => urls.filter((one) => one !== url);
  return {
    origin,
    added: [...without(without(before.added, drop), add), ...(add ? [add] : [])],
    dropped: [...without(without(without(before.dropped, take), add), drop), ...(drop ? [drop] : [])],
  };
}
