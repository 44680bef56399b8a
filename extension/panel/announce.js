/** What a screen reader hears when the view changes. */

import { t, tCount } from '../shared/i18n.js';
import { groundOf } from './ground.js';

/** @import {Progress, Result} from '../shared/contract.js' */

/** @param {Result} record @param {Progress | null} progress */
export function announcementOf(record, progress) {
  if (progress) return t(`stage_${progress.stage}`);
  if (record.problem) return t(`problem_${record.problem.kind}_title`);
  if (!record.saved) return '';
  const { brief } = record.saved;
  const met = new Set(groundOf(brief).map(({ aspiration }) => aspiration));
  return t('announce_ready', brief.company.name, tCount('count_matches', met.size),
    tCount('count_phrases', brief.phrases.length));
}
