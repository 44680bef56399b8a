/** What an answer to a question of the wizard does to a profile, as the helper's own wizard does it. */

/** @import {Answers} from '../shared/api.js' */
/** @import {Profile} from '../shared/contract.js' */

/** @typedef {Answers['Question']} Question */
/** @typedef {string | string[]} Value a text or a choice; lines */

/** @param {Profile} profile @param {Question} question @param {Value} value */
export function putAnswer(profile, question, value) {
  const { kind, field } = question;
  const data = /** @type {Record<string, any>} */ (profile);
  const choices = new Set(question.choices.map((choice) => choice.value));
  if (kind === 'tradeoff') {
    if (value) data.tradeoffs = { ...data.tradeoffs, [question.id]: value };
  } else if (kind === 'aspirations') {
    const known = new Set(profile.aspirations.map(({ text }) => text.toLowerCase()));
    const added = linesOf(value).filter((text) => !known.has(text.toLowerCase()));
    profile.aspirations.push(...added.map((text) => ({
      text, kind: question.aspiration_kind ?? 'aspiration', horizon: question.horizon, private: question.private,
    })));
  } else if (kind === 'choice' && Array.isArray(data[field])) {
    data[field] = [...data[field].filter((/** @type {string} */ one) => !choices.has(one)), ...linesOf(value)];
  } else if (field === 'stories') {
    const told = new Map((data.stories ?? []).map((/** @type {{action: string}} */ story) => [story.action, story]));
    data.stories = linesOf(value).map((action) => told.get(action) ?? { action });
  } else if (field === 'stay_years') data[field] = Number(value) || null;
  else data[field] = kind === 'list' ? linesOf(value) : value || null;
}

/** What the profile has for a question: the field's first content. @param {Profile} profile @param {Question} question @returns {Value} */
export function answerIn(profile, question) {
  const value = /** @type {Record<string, any>} */ (profile)[question.field];
  const choices = question.choices.map((choice) => choice.value);
  if (question.kind === 'tradeoff') return value?.[question.id] ?? '';
  if (question.kind === 'aspirations') return []; // its answers are added to those there are
  if (question.kind === 'choice') return choices.find((one) => (Array.isArray(value) ? value.includes(one) : value === one)) ?? '';
  if (question.field === 'stories') return (value ?? []).map((/** @type {{action: string}} */ story) => story.action);
  return Array.isArray(value) ? value : String(value ?? '');
}

/** @param {Value} value @returns {string[]} */
const linesOf = (value) => [value].flat().map((line) => line.trim()).filter(Boolean);
