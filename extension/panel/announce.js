/** What a screen reader hears when the view changes. */

import { t, tCount } from '../shared/i18n.js';

/** @import {Progress, Result} from '../shared/contract.js' */

/** @param {Result} record @param {Progress | null} progress */
export function announcementOf(record, progress) {
  if (progress) return t(`stage_${progress.stage}`);
  if (record.problem) return t(`problem_${record.problem.kind}_title`);
  if (!record.saved) return '';
  const { brief } = record.saved;
  return t('announce_ready', brief.company.name, tCount('count_matches', brief.matches.length),
    tCount('count_phrases', brief.phrases.length));
}
