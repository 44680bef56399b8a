/** Days as the user's browser writes them. */

const DAY = 86_400_000;

/** @param {string} iso a day or a moment; something else is given back as it is */
export function dayText(iso) {
  const day = dayOf(iso);
  return Number.isNaN(day.getTime()) ? iso : new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(day);
}

/** Whole days from today; negative once it has passed. @param {string} iso @param {Date} [now] */
export function daysUntil(iso, now = new Date()) {
  const midnight = (/** @type {Date} */ date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(dayOf(iso)) - midnight(now)) / DAY);
}

/** A bare day is a day where the user is, and not midnight in Greenwich. @param {string} iso */
const dayOf = (iso) => new Date(/^\d{4}-\d\d-\d\d$/.test(iso) ? `${iso}T00:00` : iso);
