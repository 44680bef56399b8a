/**
 * @typedef {object} Captured
 * @property {string} url
 * @property {string} title
 * @property {string} html
 * @property {string | null} selection
 * @property {{href: string, text: string}[]} links
 * @property {string[]} frames addresses of frames of other sites that seem to hold open jobs: out of reach from here
 * @property {string} contentType
 * @property {boolean} truncated
 */

/**
 * The page as it stands on the screen, as HTML: shadow roots and frames of the same site laid open, scripts, styles,
 * drawings and everything typed into fields left out. It runs inside the page, so it may name nothing outside itself.
 *
 * @param {{characters: number, links: number, selection: number, selectionWords: number}} limits
 *   `selectionWords`: a shorter selection is taken for a slip of the hand
 * @returns {Captured}
 */
export function captureDocument(limits) {
  const LEFT_OUT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'canvas', 'object', 'embed', 'video',
    'audio', 'input', 'textarea', 'select']);
  const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'link', 'meta', 'source', 'track', 'wbr']);
  const LONGEST_ATTRIBUTE = 2000;
  const CAREERS = /(?<![a-z])(jobs?|careers?|recruit[a-z]*|vacanc[a-z]*|talent[a-z]*|hiring|apply|greenhouse|lever|workable|ashbyhq|personio|[a-z]*workday[a-z]*|icims|smartrecruiters|teamtailor|bamboohr)(?![a-z])/i;

  /** @param {string} text */
  const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  /** @param {string} text */
  const folded = (text) => text.replace(/\s+/g, ' ').trim();

  /** @param {Element} element @returns {ShadowRoot | null} */
  function shadowOf(element) {
    const { dom } = /** @type {any} */ (globalThis.chrome ?? {});
    try {
      return dom?.openOrClosedShadowRoot?.(element) ?? element.shadowRoot;
    } catch {
      return element.shadowRoot;
    }
  }

  /** What is drawn inside an element: the flat tree. @param {Element} element @returns {Iterable<Node>} */
  function drawnChildren(element) {
    if (element.localName === 'slot') {
      const assigned = /** @type {HTMLSlotElement} */ (element).assignedNodes();
      return assigned.length ? assigned : element.childNodes;
    }
    if (element.localName === 'iframe') {
      const frame = /** @type {HTMLIFrameElement} */ (element);
      if (!frame.contentDocument && CAREERS.test(frame.src)) frames.add(frame.src);
      return frame.contentDocument?.body?.childNodes ?? [];
    }
    return (shadowOf(element) ?? element).childNodes;
  }

  /** @param {Element} element */
  function isLeftOut(element) {
    if (element.localName === 'script') return element.getAttribute('type') !== 'application/ld+json';
    if (element.localName === 'link') return element.getAttribute('rel') !== 'canonical';
    return LEFT_OUT.has(element.localName);
  }

  /** Of `data-` only what ties a tab to its panel. @param {string} name */
  const isKept = (name) =>
    /^[\w:.-]+$/.test(name) && !/^(on|data-(?!(bs-)?(target|toggle)$)|srcset$|nonce$|value$)/i.test(name);

  /** @param {Element} element @param {string} name */
  function openingTag(element, name) {
    let tag = `<${name}`;
    for (const { name: key, value } of element.attributes) {
      if (isKept(key) && value.length <= LONGEST_ATTRIBUTE && !value.startsWith('data:')) {
        tag += ` ${key}="${escaped(value).replace(/"/g, '&quot;')}"`;
      }
    }
    return `${tag}>`;
  }

  const parts = ['<!doctype html>'];
  /** @type {{href: string, text: string}[]} */
  const links = [];
  /** @type {Set<string>} */
  const frames = new Set();
  let size = 0;
  /** @type {(Node | string)[]} */
  const waiting = [document.documentElement];
  // A stack of our own: a page may nest deeper than a script may call itself.
  while (waiting.length && size <= limits.characters) {
    const next = /** @type {Node | string} */ (waiting.pop());
    let part = '';
    if (typeof next === 'string') part = next;
    else if (next.nodeType === Node.TEXT_NODE) part = escaped(next.nodeValue ?? '');
    else if (next.nodeType === Node.ELEMENT_NODE) {
      const element = /** @type {Element} */ (next);
      if (isLeftOut(element)) continue;
      if (element.localName === 'slot') { // it draws no box of its own
        waiting.push(...[...drawnChildren(element)].reverse());
        continue;
      }
      const name = element.localName === 'iframe' ? 'div' : element.localName;
      part = openingTag(element, name);
      if (name === 'a' && links.length < limits.links) {
        const { href } = /** @type {HTMLAnchorElement} */ (element);
        const text = folded(element.textContent || element.getAttribute('aria-label') || '').slice(0, 120);
        if (href) links.push({ href, text });
      }
      if (name === 'script') part += (element.textContent ?? '').replace(/<\//g, '<\\/') + '</script>';
      else if (!VOID.has(name)) waiting.push(`</${name}>`, ...[...drawnChildren(element)].reverse());
    }
    size += part.length;
    parts.push(part);
  }
  // The closing tags of what was open when the space ran out.
  const truncated = waiting.length > 0;
  if (truncated) parts.push(...waiting.reverse().filter((left) => typeof left === 'string'));

  const selected = String(getSelection() ?? '').trim().slice(0, limits.selection);
  return {
    url: location.href.replace(/#.*$/, ''),
    title: document.title,
    html: parts.join(''),
    selection: selected.split(/\s+/).length >= limits.selectionWords ? selected : null,
    links,
    frames: [...frames].filter((address) => /^https?:/.test(address)).slice(0, 3),
    contentType: document.contentType,
    truncated,
  };
}
