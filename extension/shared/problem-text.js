/** What went wrong with a call, in one sentence. */

import { HelperError } from '../background/helper-client.js';
import { t } from './i18n.js';

/** @param {unknown} error */
export function problemText(error) {
  if (!(error instanceof HelperError)) return error instanceof Error ? error.message : String(error);
  if (error.state !== 'failed') return t(`problem_${error.state}_title`);
  return `${error.message} ${error.hint}`.trim();
}
