/** The desk of one company: what the user has kept and prepared, for every part of the panel that shows it. */

import { problemText } from '../shared/problem-text.js';
import { changePreparation, loadPreparation } from '../shared/preparation.js';

/** @import {Kept, Phrase, Preparation} from '../shared/contract.js' */

/** @type {Preparation} */
const EMPTY = { kept: [], notes: '', interview_date: null, checklist: {} };

export class Desk {
  /** @param {string} domain */
  constructor(domain) {
    this.domain = domain;
    this.preparation = EMPTY;
    this.problem = '';
    /** @type {Set<() => void>} */
    this.listeners = new Set();
  }

  /** @param {() => void} listener called after every change */
  watch(listener) {
    this.listeners.add(listener);
  }

  load() {
    return this.#follow(loadPreparation(this.domain));
  }

  /** @param {(now: Preparation) => void} change */
  change(change) {
    return this.#follow(changePreparation(this.domain, change));
  }

  /** In the user's order. @returns {Kept[]} */
  get kept() {
    return [...this.preparation.kept].sort((a, b) => a.order - b.order);
  }

  /** Phrases get new numbers with every matching, so a kept one is known by the words it came with. @param {Phrase} phrase */
  keptOf(phrase) {
    return this.preparation.kept.find(({ original }) => original === phrase.text);
  }

  /** Change a phrase's kept form; one not kept yet is kept from now on. @param {Phrase} phrase @param {Partial<Kept>} [changes] */
  keep(phrase, changes = {}) {
    return this.change((now) => {
      const kept = now.kept.find(({ original }) => original === phrase.text);
      if (kept) Object.assign(kept, changes);
      else now.kept.push({ ...newlyKept(phrase, now.kept), ...changes });
    });
  }

  /** @param {string} id @param {Partial<Kept>} changes */
  update(id, changes) {
    return this.change(({ kept }) => { Object.assign(kept.find((one) => one.id === id) ?? {}, changes); });
  }

  /** @param {string} id */
  release(id) {
    return this.change((now) => { now.kept = now.kept.filter((one) => one.id !== id); });
  }

  /** Put the kept phrase into another place of the order. @param {string} id @param {number} place from 0 */
  move(id, place) {
    const order = this.kept.map((one) => one.id).filter((one) => one !== id);
    order.splice(place, 0, id);
    return this.change(({ kept }) => kept.forEach((one) => { one.order = order.indexOf(one.id); }));
  }

  /** @param {Promise<Preparation>} work */
  async #follow(work) {
    try {
      this.preparation = await work;
      this.problem = '';
    } catch (error) {
      this.problem = problemText(error);
    }
    this.listeners.forEach((listener) => listener());
  }
}

/** @param {Phrase} phrase @param {Kept[]} others @returns {Kept} */
function newlyKept({ id, text, aspiration, evidence }, others) {
  const taken = new Set(others.map((one) => one.id));
  let free = id;
  for (let number = 2; taken.has(free); number++) free = `${id}-${number}`;
  const order = Math.max(-1, ...others.map((one) => one.order)) + 1;
  return { id: free, text, original: text, aspiration, evidence, true_for_me: false, order };
}
