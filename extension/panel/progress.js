/** While reading: the stages, the one under way, and what has become of each page so far. */

import { h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { pageOutcomes } from './sections/pages.js';

/** @import {Progress} from '../shared/contract.js' */

const STAGES = /** @type {const} */ (['capture', 'pages', 'think']);

/** @param {Progress} progress */
export function renderProgress({ stage, pages }) {
  const reached = STAGES.indexOf(stage);
  return h('section', { class: 'card progress' },
    h('h1', {}, t('progress_title')),
    h('ol', { class: 'stages' }, STAGES.map((name, index) => {
      const state = index < reached ? 'done' : index === reached ? 'now' : 'later';
      return h('li', { class: state, 'aria-current': state === 'now' && 'step' }, t(`stage_${name}`));
    })),
    pages.length > 0 && pageOutcomes(pages, []));
}
