/**
 * The records the extension shares with the helper (`visionfit/profile@1`, `visionfit/brief@1`) and with itself.
 * Types only: nothing here runs.
 *
 * @typedef {object} Company
 * @property {string} name
 * @property {string} domain
 *
 * @typedef {object} Page one page as the browser rendered or fetched it
 * @property {string} url
 * @property {string} html
 * @property {string | null} title
 * @property {string | null} selection the user's marked text
 *
 * @typedef {object} PageInfo
 * @property {string} url
 * @property {string} title
 * @property {'home' | 'about' | 'mission' | 'values' | 'culture' | 'careers' | 'job' | 'other'} kind
 * @property {string} language
 * @property {string} sha256
 * @property {string} read_at
 *
 * @typedef {object} Statement
 * @property {string} id
 * @property {'mission' | 'vision' | 'culture' | 'growth'} kind
 * @property {string} text
 * @property {string | null} heading
 * @property {string} url
 * @property {string} link
 * @property {boolean} explicit
 * @property {number} confidence
 * @property {string[]} themes
 *
 * @typedef {object} Value
 * @property {string} id
 * @property {string} name
 * @property {string | null} description
 * @property {string} url
 * @property {string} link
 * @property {number} confidence
 * @property {string[]} themes
 *
 * @typedef {object} Match
 * @property {string} aspiration
 * @property {string} evidence
 * @property {number} score
 * @property {'strong' | 'partial' | 'weak'} strength
 * @property {string[]} themes
 * @property {string} why
 *
 * @typedef {object} Gap
 * @property {string} aspiration
 * @property {'nothing_found' | 'conflict'} reason
 * @property {string} question
 *
 * @typedef {object} Phrase
 * @property {string} id
 * @property {string} text
 * @property {string} aspiration
 * @property {string[]} evidence
 * @property {string[]} quotes
 * @property {'aim' | 'why' | 'plan' | 'here' | 'give'} part
 * @property {number} words
 * @property {number} genericness
 *
 * @typedef {object} Answer
 * @property {string} question
 * @property {'recruiter' | 'manager' | 'peer' | 'executive'} audience
 * @property {string} text
 * @property {string[]} phrases
 * @property {number} words
 * @property {number} seconds
 *
 * @typedef {object} Notice
 * @property {string} code
 * @property {string} text
 *
 * @typedef {object} Brief
 * @property {Company} company
 * @property {PageInfo[]} pages
 * @property {Statement[]} statements
 * @property {Value[]} values
 * @property {Match[]} matches
 * @property {Gap[]} gaps
 * @property {Phrase[]} phrases
 * @property {Answer[]} answers
 * @property {Notice[]} notices
 *
 * @typedef {object} Aspiration
 * @property {string} [id]
 * @property {string} text
 * @property {'short' | 'mid' | 'long' | null} [horizon]
 * @property {number} [weight]
 * @property {boolean} [private]
 * @property {string | null} [because]
 * @property {string[]} [steps]
 *
 * @typedef {object} Profile fields of newer versions are kept as they came
 * @property {string} schema
 * @property {string | null} [role]
 * @property {Aspiration[]} aspirations
 * @property {string[]} [skills]
 * @property {string[]} [experience]
 * @property {string[]} [education]
 * @property {string[]} [training]
 * @property {string[]} [work_style]
 * @property {string[]} [avoid]
 *
 * @typedef {object} Click a click on the toolbar button
 * @property {number} tabId
 * @property {string} url empty where the browser hides it from extensions
 * @property {number} at
 *
 * @typedef {object} PageOutcome what became of one page
 * @property {string} url
 * @property {string} title
 * @property {'waiting' | 'read' | 'failed'} status
 * @property {string} [reason] a PAGE_REASONS code, for failed pages and pages read in part
 * @property {number} [httpStatus]
 *
 * @typedef {object} Problem why there is no new brief
 * @property {string} kind one of the kinds in panel/problem.js
 * @property {string} [code] the helper's code
 * @property {string} [message] the helper's sentence
 * @property {string} [hint] the helper's advice
 *
 * @typedef {object} SavedBrief
 * @property {Brief} brief
 * @property {Aspiration[]} aspirations as they were when the brief was made
 * @property {PageOutcome[]} pages
 *
 * @typedef {object} Result what came of a reading: a brief, a problem, or an earlier brief and a problem
 * @property {SavedBrief} [saved]
 * @property {Problem} [problem]
 *
 * @typedef {Result & {at?: number}} TabRecord a tab's last result, and when it came
 *
 * @typedef {object} Progress
 * @property {'capture' | 'pages' | 'think'} stage
 * @property {PageOutcome[]} pages
 */
export {};
