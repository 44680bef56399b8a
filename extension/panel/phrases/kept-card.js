/** A phrase kept from an earlier reading, which the pages or the aspirations no longer suggest. */

import { h, unseen } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { copyButton } from '../copy.js';
import { trueForMe } from './card.js';
import { marked } from './marked.js';

/** @import {Kept} from '../../shared/contract.js' */
/** @import {Desk} from '../desk.js' */

/** @param {Kept} kept @param {number} number @param {Desk} desk */
export function keptCard(kept, number, desk) {
  const name = t('phrase_earlier_name', number);
  return h('article', { class: 'card phrase kept' },
    h('p', { class: 'say' }, marked(kept.text, [])),
    h('div', { class: 'buttons' },
      copyButton(kept.text, name),
      h('button', { type: 'button', 'data-key': `release-${kept.id}`, onclick: () => desk.release(kept.id) }, t('phrase_release'), unseen(` ${name}`))),
    trueForMe(kept.true_for_me, name, (checked) => desk.update(kept.id, { true_for_me: checked })));
}
