/** What changed on a company's pages since they were last read. Kept in this browser: the company's words only. */

/** @import {Brief, Changes, Digest} from './contract.js' */

const MOST = 40;
const key = (/** @type {string} */ domain) => `read:${domain}`;

/** @param {Brief} brief @returns {Digest} */
export const digestOf = ({ pages, statements, values }) => ({
  at: pages[0]?.read_at ?? '',
  pages: pages.map(({ url }) => url),
  said: [
    ...statements.map(({ kind, text, url }) => ({ kind, text, url })),
    ...values.map(({ name, url }) => ({ kind: 'value', text: name, url })),
  ],
});

/**
 * Only pages that were read both times are compared: a page left out is no change of the company's.
 * @param {Digest} before @param {Digest} after @returns {Changes | undefined}
 */
export function changesBetween(before, after) {
  const both = new Set(after.pages.filter((url) => before.pages.includes(url)));
  const missing = (/** @type {Digest} */ from, /** @type {Digest} */ within) => {
    const there = new Set(within.said.map(({ text }) => text));
    return from.said.filter(({ url, text }) => both.has(url) && !there.has(text)).slice(0, MOST);
  };
  const [added, gone] = [missing(after, before), missing(before, after)];
  return added.length + gone.length ? { since: before.at, added, gone } : undefined;
}

/** Remember what was read; an earlier change stays known until the next one. @param {Brief} brief */
export async function noteReading(brief) {
  const after = digestOf(brief);
  const before = await lastReading(brief.company.domain);
  const changes = (before && changesBetween(before, after)) ?? before?.changes;
  await chrome.storage.local.set({ [key(brief.company.domain)]: { ...after, ...(changes && { changes }) } });
}

/** @param {string} domain @returns {Promise<Digest | undefined>} */
export async function lastReading(domain) {
  const kept = await chrome.storage.local.get(key(domain));
  return /** @type {Digest | undefined} */ (kept[key(domain)]);
}
