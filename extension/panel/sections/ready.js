/** Getting ready: the same form as on the companies page. */

import { h } from '../../shared/dom.js';
import { readinessForm } from '../../shared/readiness.js';
import { trouble } from '../phrases/list.js';
import { section } from '../section.js';

/** @import {SavedBrief} from '../../shared/contract.js' */
/** @import {Desk} from '../desk.js' */

/** @param {SavedBrief} saved @param {Desk} desk */
export function renderReady(saved, desk) {
  const place = h('div', {});
  let drawn = '';
  // Drawn anew only for what came from elsewhere: the fields may be under the user's hands.
  const draw = () => {
    const { checklist, interview_date, notes } = desk.preparation;
    const state = JSON.stringify([checklist, interview_date, notes]);
    if (state === drawn || place.contains(document.activeElement)) return;
    drawn = state;
    place.replaceChildren(readinessForm(desk.preparation, (change) => desk.change(change),
      { prefix: 'ready', seen: { profile: saved.aspirations.length > 0 } }));
  };
  desk.watch(draw);
  draw();
  return section('ready', trouble(desk), place);
}
