/** Building elements. Text goes in as text and never as markup; a link leads to http(s) or to this page. */

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Attributes */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes] `onclick` and the like take a function; false, null and undefined leave one out
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.replace(/^on/, ''), value);
    else if (name === 'href') setLink(element, String(value ?? ''));
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.flat().filter(isShown));
  return element;
}

/** @param {Child} child @returns {child is Node | string} */
const isShown = (child) => child !== null && child !== undefined && child !== false && child !== '';

/** @param {Element} element @param {string} address */
function setLink(element, address) {
  if (address.startsWith('#')) element.setAttribute('href', address);
  else if (isWebAddress(address)) {
    element.setAttribute('href', address);
    element.setAttribute('target', '_blank');
    element.setAttribute('rel', 'noopener noreferrer');
  }
}

/** @param {string} address */
export function isWebAddress(address) {
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** The element with this id, which the page is sure to have. @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element #${id}`);
  return element;
}

/** Words that come from a page or from the user: their direction is their own. @param {string} text @param {string} [className] */
export const words = (text, className) => h('bdi', { class: className }, text);

/** Words for screen readers alone. @param {string} text */
export const unseen = (text) => h('span', { class: 'unseen' }, text);
