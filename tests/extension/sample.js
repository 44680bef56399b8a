/** A small brief of a company that doesn't exist. */

const AT = 'https://ferry.example';

/** @param {object} [changes] */
export const briefWith = (changes = {}) => ({
  company: { name: 'Brindlemoor Ferries', domain: 'ferry.example' },
  pages: [{ url: `${AT}/about`, title: 'About', kind: 'about', language: 'en', sha256: '', read_at: '' }],
  statements: [
    { id: 's1', kind: 'mission', text: 'We keep island life possible.', heading: 'Our mission', url: AT, link: `${AT}/about#:~:text=We`, explicit: true, confidence: 0.9, themes: [] },
    { id: 's2', kind: 'growth', text: 'We promote from within.', heading: null, url: AT, link: `${AT}/jobs`, explicit: false, confidence: 0.7, themes: [] },
  ],
  values: [{ id: 'v1', name: 'Grow your crew', description: 'We help people lead.', url: AT, link: `${AT}/values`, confidence: 0.8, themes: [] }],
  matches: [
    { aspiration: 'a2', evidence: 's2', score: 0.4, strength: 'weak', themes: [], why: 'Both speak of growth.' },
    { aspiration: 'a1', evidence: 's2', score: 0.6, strength: 'partial', themes: [], why: 'You want to “lead”; they say “promote from within”: a way up.' },
    { aspiration: 'a3', evidence: 's1', score: 0.2, strength: 'weak', themes: ['data'], why: 'Both speak of numbers.' },
    { aspiration: 'a1', evidence: 'v1', score: 0.9, strength: 'strong', themes: [], why: 'Both speak of leading.' },
  ],
  gaps: [{ aspiration: 'a3', reason: 'nothing_found', question: 'Who looks at your figures?' }],
  phrases: [{ id: 'p1', text: 'You write “help people lead”, and so would I.', aspiration: 'a1', evidence: ['v1'], quotes: ['help people lead'], part: 'aim', words: 8, genericness: 0.1 }],
  answers: [{ question: 'Q1', audience: 'recruiter', text: 'First.\nSecond.', phrases: ['p1'], words: 2, seconds: 1 }],
  notices: [{ code: 'thin_text', text: 'There is little text.' }],
  ...changes,
});

export const ASPIRATIONS = [
  { id: 'a1', text: 'Lead a crew' }, { id: 'a2', text: 'Keep learning', private: true }, { id: 'a3', text: 'Work with figures' },
];

/** @param {object} [changes] */
export const savedWith = (changes = {}) => ({
  brief: briefWith(changes),
  aspirations: ASPIRATIONS,
  pages: [
    { url: `${AT}/about`, title: 'About', status: 'read' },
    { url: `${AT}/benefits`, title: 'Benefits', status: 'failed', reason: 'http_error', httpStatus: 404 },
  ],
});
