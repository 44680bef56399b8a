/** Practice: the question large, a clock, key points to hold on to, and the text only when asked for. */

import { byId, h, words } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { clock, secondsToSay } from '../../shared/speech.js';

/** @import {Slot} from './pickers.js' */

const LONGEST_POINT = 8; // words

/**
 * @param {object} what
 * @param {string} what.question
 * @param {string} what.text
 * @param {Slot} what.slot
 * @param {() => void} what.back
 * @param {() => void} what.onDone the user has said the answer to the end once
 */
export function practice({ question, text, slot, back, onDone }) {
  const target = Math.max(30, secondsToSay(text));
  let spent = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  const face = h('p', { class: 'clock', role: 'timer', 'aria-label': t('clock_label') }, clock(0));
  const meter = h('progress', { max: target, value: 0, 'aria-label': t('clock_target', target) });
  const start = h('button', { type: 'button', class: 'main', onclick: toggle }, t('practice_start'));
  const tell = (/** @type {string} */ sentence) => { byId('announcer').textContent = sentence; };

  function toggle() {
    if (timer) return pause();
    const begun = Date.now() - spent * 1000;
    start.textContent = t('practice_pause');
    timer = setInterval(() => {
      if (!face.isConnected) return clearInterval(timer); // the view was left
      const before = spent;
      spent = (Date.now() - begun) / 1000;
      face.textContent = clock(spent);
      meter.value = Math.min(target, spent);
      face.classList.toggle('over', spent > target * 1.2);
      if (before < target && spent >= target) tell(t('practice_time'));
    }, 200);
    tell(t('practice_running'));
  }
  function pause() {
    clearInterval(timer);
    timer = undefined;
    start.textContent = t('practice_go_on');
    tell(t('practice_paused', clock(spent)));
  }
  function done() {
    pause();
    onDone();
    back();
  }
  function restart() {
    pause();
    spent = 0;
    face.textContent = clock(0);
    face.classList.remove('over');
    meter.value = 0;
    start.textContent = t('practice_start');
  }
  const leave = () => { clearInterval(timer); back(); };

  return h('div', { class: 'practice' },
    h('button', { type: 'button', class: 'quiet', onclick: leave }, t('practice_back')),
    h('p', { class: 'label' }, t(`audience_${slot.audience}`)),
    h('h2', { tabindex: '-1' }, question),
    face, meter,
    h('p', { class: 'muted small' }, t('clock_target', target)),
    h('div', { class: 'buttons' }, start,
      h('button', { type: 'button', onclick: restart }, t('practice_again')),
      h('button', { type: 'button', onclick: done }, t('practice_done'))),
    h('h3', {}, t('practice_points')),
    h('ol', { class: 'points' }, keyPoints(text).map((point) => h('li', {}, words(point)))),
    h('details', {}, h('summary', {}, t('practice_text')), h('p', { class: 'say' }, words(text))));
}

/** One point a sentence: the company's words where it has some, else how it begins. @param {string} text @returns {string[]} */
export function keyPoints(text) {
  const sentences = text.match(/[^.!?]+(?:[.!?]+["”’)]*|$)/g) ?? [];
  return sentences.map((sentence) => sentence.trim()).filter(Boolean).map((sentence) => {
    const [quoted] = sentence.match(/“[^”]+”/) ?? [];
    if (quoted) return quoted;
    const parts = sentence.split(/\s+/);
    return parts.length <= LONGEST_POINT ? sentence : `${parts.slice(0, LONGEST_POINT).join(' ').replace(/[,;:]$/, '')} …`;
  });
}
