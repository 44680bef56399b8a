/** The interface's words, from `_locales`. */

/** @param {string} key @param {...(string | number)} parts fill $1, $2, … */
export function t(key, ...parts) {
  return chrome.i18n.getMessage(key, parts.map(String)) || key;
}

/** One or many: `key_one` or `key_many`. @param {string} key @param {number} count */
export const tCount = (key, count) => t(`${key}_${count === 1 ? 'one' : 'many'}`, count);

/** Put the words into a page that names them in `data-i18n` (text) or `data-i18n-label` (aria-label). @param {ParentNode} root */
export function localise(root) {
  for (const element of root.querySelectorAll('[data-i18n]')) {
    element.textContent = t(element.getAttribute('data-i18n') ?? '');
  }
  for (const element of root.querySelectorAll('[data-i18n-label]')) {
    element.setAttribute('aria-label', t(element.getAttribute('data-i18n-label') ?? ''));
  }
}
