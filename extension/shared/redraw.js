/** Put new content in the place of old without losing the keyboard's place: controls are known again by `data-key`. */

/** @param {HTMLElement} root @param {(Node | null | undefined | false)[]} children */
export function redraw(root, children) {
  const active = root.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
  root.replaceChildren(...children.filter((child) => child instanceof Node));
  if (!active || active === root) return;
  const again = [...root.querySelectorAll('[data-key]')].find((one) => /** @type {HTMLElement} */ (one).dataset.key === active.dataset.key);
  const target = /** @type {HTMLElement} */ (active.dataset.key && again ? again : root);
  if (target === root) root.tabIndex = -1;
  target.focus();
}
