/** Pairing this browser with the helper: one code, typed once. */

import { browserName } from './browser-name.js';
import { currentClient } from './client.js';
import { saveToken } from './settings.js';

/** @param {string} typed @throws {import('../background/helper-client.js').HelperError} */
export async function pairWith(typed) {
  const client = await currentClient();
  await client.health();
  await saveToken(await client.pair(tidyCode(typed), await browserName()));
}

/** `1234 5678` and `12345678` mean `1234-5678`. @param {string} typed */
export function tidyCode(typed) {
  const digits = typed.replace(/[\s‐-―-]/g, '');
  return /^\d{8}$/.test(digits) ? `${digits.slice(0, 4)}-${digits.slice(4)}` : typed.trim();
}
