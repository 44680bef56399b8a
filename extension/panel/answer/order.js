/** The kept phrases in the user's order: dragged by the mouse, or moved with the arrow keys on the handle. */

import { byId, h, unseen, words } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { redraw } from '../../shared/redraw.js';

/** @import {Kept} from '../../shared/contract.js' */
/** @import {Desk} from '../desk.js' */

/**
 * @param {Desk} desk
 * @param {Set<string>} left ids of those the user leaves out of this answer; changed in place
 */
export function phraseOrder(desk, left) {
  const box = h('div', { class: 'order' });
  let dragged = '';

  const draw = () => {
    const { kept } = desk;
    redraw(box, kept.length === 0
      ? [h('p', { class: 'empty' }, t('order_empty'))]
      : [
        h('p', { class: 'muted small', id: 'order-hint' }, t('order_hint')),
        h('ol', { class: 'plain', 'aria-label': t('order_label') }, kept.map((one, place) => row(one, place, kept.length))),
      ]);
  };

  /** @param {Kept} one @param {number} place @param {number} count */
  function row(one, place, count) {
    const use = h('input', { type: 'checkbox', 'data-key': `use-${one.id}`, 'aria-label': t('order_use', place + 1), onchange: () => {
      if (use.checked) left.delete(one.id);
      else left.add(one.id);
    } });
    use.checked = !left.has(one.id);
    const onkeydown = (/** @type {KeyboardEvent} */ event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      move(one.id, place + by, count);
    };
    const handle = h('button', { type: 'button', class: 'handle', 'data-key': `move-${one.id}`, 'aria-describedby': 'order-hint', onkeydown },
      h('span', { 'aria-hidden': 'true' }, '⠿'), unseen(t('order_move', place + 1, count)));
    return h('li', {
      class: 'order-row', draggable: 'true',
      ondragstart: (/** @type {DragEvent} */ event) => { dragged = one.id; event.dataTransfer?.setData('text/plain', one.text); },
      ondragover: (/** @type {DragEvent} */ event) => { if (dragged) event.preventDefault(); },
      ondrop: (/** @type {DragEvent} */ event) => { event.preventDefault(); if (dragged && dragged !== one.id) move(dragged, place, count); dragged = ''; },
      ondragend: () => { dragged = ''; },
    }, handle, use, h('span', { class: 'order-text' }, words(one.text), !one.true_for_me && h('span', { class: 'tag' }, t('order_not_true'))));
  }

  /** @param {string} id @param {number} place @param {number} count */
  async function move(id, place, count) {
    if (place < 0 || place >= count) return;
    await desk.move(id, place);
    byId('announcer').textContent = t('order_moved', place + 1, count);
  }

  desk.watch(draw);
  draw();
  return box;
}
