/**
 * The records the extension shares with the helper, by the helper's own contract (`api.d.ts`), and those it keeps for
 * itself. Types only: nothing here runs.
 *
 * @import {Answers, Requests} from './api.js'
 *
 * @typedef {Answers['Brief']} Brief
 * @typedef {Answers['PageInfo']} PageInfo
 * @typedef {Answers['Statement']} Statement
 * @typedef {Answers['Value']} Value
 * @typedef {Answers['Match']} Match
 * @typedef {Answers['Gap']} Gap
 * @typedef {Answers['Phrase']} Phrase
 * @typedef {Answers['Answer']} Answer
 * @typedef {Answers['Finding']} Finding
 * @typedef {Requests['Aspiration']} Aspiration
 * @typedef {Requests['Profile'] & {aspirations: Aspiration[]}} Profile fields of newer versions are kept as they came
 * @typedef {Requests['CapturedPage']} Page one page as the browser rendered or fetched it
 *
 * @typedef {object} Click a click on the toolbar button
 * @property {number} tabId
 * @property {string} url empty where the browser hides it from extensions
 * @property {number} at
 *
 * @typedef {object} PageOutcome what became of one page
 * @property {string} url
 * @property {string} title
 * @property {'waiting' | 'read' | 'failed' | 'dropped' | 'elsewhere'} status
 * @property {string} [reason] a PAGE_REASONS code, for failed pages and pages read in part
 * @property {number} [httpStatus]
 * @property {string} [topic] why it was chosen: 'open', 'added', or a topic of rank-links.js
 *
 * @typedef {object} Choice which pages the user wants read
 * @property {string} origin the site it was made for
 * @property {string[]} added
 * @property {string[]} dropped
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
 * @property {Choice} [choice]
 * @property {number} [madeAt]
 *
 * @typedef {object} Result what came of a reading: a brief, a problem, or an earlier brief and a problem
 * @property {SavedBrief} [saved]
 * @property {Problem} [problem]
 *
 * @typedef {Answers['Preparation']} Preparation
 * @typedef {Answers['Kept']} Kept
 *
 * @typedef {{kind: string, text: string, url: string}} Said one sentence or value of a company
 *
 * @typedef {object} Digest what a company said when it was last read, and what changed then
 * @property {string} at
 * @property {string[]} pages
 * @property {Said[]} said
 * @property {Changes} [changes] against the reading before; left out where there was none or nothing changed
 *
 * @typedef {{since: string, added: Said[], gone: Said[]}} Changes
 *
 * @typedef {Result & {at?: number}} TabRecord a tab's last result, and when it came
 *
 * @typedef {object} Progress
 * @property {'capture' | 'pages' | 'think'} stage
 * @property {PageOutcome[]} pages
 * @property {SavedBrief} [preview] what can be shown already: the brief of before, or that of the open page alone
 */
export {};
