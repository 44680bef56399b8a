/**
 * Scroll to a sentence and mark it. Browsers follow a text fragment (`#:~:text=`) only in navigations of the user's own,
 * not in an extension's, so the panel's links need this. It runs inside the page and may name nothing outside itself.
 *
 * @param {string[]} wordings the best first, in case the page breaks the sentence up
 * @param {{highlight: string, milliseconds: number}} options `milliseconds`: how long a page may take to draw it
 * @returns {Promise<boolean>} whether it was found
 */
export async function showSentence(wordings, { highlight, milliseconds }) {
  const dense = (/** @type {string} */ text) => text.replace(/\s+/g, '');
  const end = Date.now() + milliseconds;
  for (;;) {
    const ranges = find();
    if (ranges.length) return show(ranges);
    if (Date.now() > end) return false;
    await new Promise((next) => setTimeout(next, 200));
  }

  /** @param {Range[]} ranges */
  function show(ranges) {
    ranges[0].startContainer.parentElement?.scrollIntoView({ block: 'center' });
    CSS.highlights.set(highlight, new Highlight(...ranges));
    return true;
  }

  /** The ranges of the best wording that is on the screen somewhere: one for each text node it runs through. */
  function find() {
    const nodes = [...textNodes(document.body)];
    const text = nodes.map((node) => dense(node.data)).join('');
    for (const wording of wordings.map(dense)) {
      for (let at = wording ? text.indexOf(wording) : -1; at >= 0; at = text.indexOf(wording, at + 1)) {
        const ranges = rangesOf(nodes, at, at + wording.length);
        if (ranges[0]?.startContainer.parentElement?.checkVisibility()) return ranges;
      }
    }
    return [];
  }

  /** The text in the order it is drawn, shadow roots and slots included. @param {Node} node @returns {Generator<Text>} */
  function* textNodes(node) {
    if (node.nodeType === Node.TEXT_NODE) yield /** @type {Text} */ (node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = /** @type {Element} */ (node);
    if (['script', 'style', 'noscript'].includes(element.localName)) return;
    const slot = element.localName === 'slot' ? /** @type {HTMLSlotElement} */ (element) : null;
    const assigned = slot?.assignedNodes() ?? [];
    for (const child of assigned.length ? assigned : (element.shadowRoot ?? element).childNodes) yield* textNodes(child);
  }

  /** @param {Text[]} nodes @param {number} from @param {number} to counted without white space */
  function rangesOf(nodes, from, to) {
    const ranges = [];
    let passed = 0;
    for (const node of nodes) {
      let first = -1;
      let last = -1;
      for (let offset = 0; offset < node.data.length; offset++) {
        if (/\s/.test(node.data[offset])) continue;
        if (passed >= from && passed < to) {
          if (first < 0) first = offset;
          last = offset;
        }
        passed++;
      }
      if (first >= 0) {
        const range = document.createRange();
        range.setStart(node, first);
        range.setEnd(node, last + 1);
        ranges.push(range);
      }
      if (passed >= to) break;
    }
    return ranges;
  }
}
