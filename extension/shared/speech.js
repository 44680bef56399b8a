/** How long a text takes to say. */

const WORDS_A_MINUTE = 140; // as the helper counts

/** @param {string} text */
export const wordCount = (text) => (text.match(/[\p{L}\p{N}]+(?:[-’'.,/&][\p{L}\p{N}]+)*/gu) ?? []).length;

/** @param {string} text */
export const secondsToSay = (text) => Math.round((wordCount(text) * 60) / WORDS_A_MINUTE);

/** `1:05` @param {number} seconds */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
