/** Giving the user a file, and taking one. Nothing of it leaves the computer. */

import { h } from './dom.js';

/** @param {string} name @param {string} content @param {string} type */
export function download(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = h('a', { download: name });
  link.setAttribute('href', address);
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name that every file system takes. @param {string} text */
export const fileName = (text) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60).toLowerCase() || 'visionfit';
