/** Tabs, as the ARIA Authoring Practices have them: one stop for the Tab key, arrows to go among them. */

import { h } from './dom.js';

/** @typedef {{id: string, label: string, content: () => HTMLElement}} Part */

/**
 * A part is made when it is first shown, and then kept.
 * @param {string} label @param {Part[]} parts @param {string} shown the id of the first one
 * @param {(id: string) => void} onShow
 */
export function tabs(label, parts, shown, onShow) {
  const buttons = parts.map(({ id, label: name }) =>
    h('button', { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': `part-${id}`, onclick: () => show(id) }, name));
  const panels = parts.map(({ id }) =>
    h('div', { role: 'tabpanel', id: `part-${id}`, 'aria-labelledby': `tab-${id}`, tabindex: '-1' }));
  const list = h('div', { role: 'tablist', class: 'tabs', 'aria-label': label, onkeydown: onKey }, buttons);

  /** @param {string} id @param {{focus?: boolean}} [options] */
  function show(id, { focus = false } = {}) {
    parts.forEach((part, index) => {
      const on = part.id === id;
      if (on && !panels[index].hasChildNodes()) panels[index].append(part.content());
      panels[index].hidden = !on;
      buttons[index].setAttribute('aria-selected', String(on));
      buttons[index].tabIndex = on ? 0 : -1;
      if (on && focus) buttons[index].focus();
    });
    onShow(id);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: parts.length - 1 }[event.key];
    if (next === undefined || at < 0) return;
    event.preventDefault();
    show(parts[(next + parts.length) % parts.length].id, { focus: true });
  }

  show(parts.some(({ id }) => id === shown) ? shown : parts[0].id);
  return { list, panels, show };
}
