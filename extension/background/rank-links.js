/** Which of a page's links lead to where a company says what it is: mission, values, culture, careers, About. */

/** @typedef {{url: string, text: string, topic: string, score: number}} RankedLink */

/**
 * A topic is looked for in the link's words and in its path; the better one counts. The order of worth follows what a
 * brief is made of: a page of its own about mission or values says it best.
 * @type {{topic: string, worth: number, pattern: RegExp}[]}
 */
const TOPICS = [
  { topic: 'mission', worth: 100, pattern: /\b(our )?(mission|vision|purpose|why we exist|manifesto|what drives us)\b/ },
  { topic: 'values', worth: 95, pattern: /\b(our |core |company )?(values|principles|beliefs|what we believe|what we stand for|code of conduct|ethos)\b/ },
  { topic: 'culture', worth: 80, pattern: /\b(our )?(culture|life (at|with|on)|working (at|with|for|here)|ways? (of working|we work)|how we work|inclusion|diversity|belonging|dei)\b/ },
  { topic: 'about', worth: 75, pattern: /\b(about( us)?|who we are|what we do|our (story|company|approach|promise)|company|the company)\b/ },
  { topic: 'careers', worth: 65, pattern: /\b(careers?|join( us| our team)?|work (with|for|at) us|jobs|vacancies|why (work|join)|benefits|learning and development|growth|graduates?|early careers)\b/ },
  { topic: 'people', worth: 40, pattern: /\b(our )?(people|team|leadership|history|heritage|sustainability|responsibility|impact|community|communities)\b/ },
];

const FILE = /\.(pdf|docx?|xlsx?|pptx?|zip|jpe?g|png|gif|svg|webp|mp[34]|mov|ics|xml|json|css|js|exe|dmg)$/i;
const ELSEWHERE = /\b(log ?in|log ?out|sign ?in|sign ?out|sign ?up|register|cart|basket|checkout|account|privacy|cookies?|terms|legal|imprint|search|feed|rss|contact|subscribe|unsubscribe|download)\b/;
const DATED = /\b(news|blog|press|events?|article|articles|insights|stories|media|posts?|case studies|webinars?)\b/;
const MOST_OF_ONE_TOPIC = 3;
const ANOTHER_LANGUAGE = 60;
const LEAST_SCORE = 20; // below it a word of a topic merely occurs, as in the address of a news item

/**
 * @param {{href: string, text: string}[]} links as found on the page, in its order
 * @param {string} pageUrl
 * @param {number} most
 * @returns {RankedLink[]} best first; the same links always give the same answer
 */
export function rankLinks(links, pageUrl, most) {
  const page = new URL(pageUrl);
  /** @type {Map<string, RankedLink>} */
  const found = new Map();
  for (const { href, text } of links) {
    const url = sameSiteAddress(href, page);
    if (!url || addressKey(url) === addressKey(page)) continue;
    const ranked = judge(url, text, page);
    const key = addressKey(url);
    if (ranked && ranked.score > (found.get(key)?.score ?? 0)) found.set(key, ranked);
  }
  const best = [...found.values()].sort((a, b) => b.score - a.score || (a.url < b.url ? -1 : 1));
  return spread(best).slice(0, most);
}

/**
 * Company pages at other addresses of the same company, as `jobs.company.example`: they can't be read from here.
 * @param {{href: string, text: string}[]} links @param {string} pageUrl @param {number} most
 * @returns {{url: string, text: string}[]}
 */
export function linksElsewhere(links, pageUrl, most) {
  const page = new URL(pageUrl);
  /** @type {Map<string, RankedLink>} */
  const found = new Map();
  for (const { href, text } of links) {
    const url = addressOf(href, page);
    if (!url || url.origin === page.origin || ownerOf(url) !== ownerOf(page)) continue;
    const ranked = judge(url, text, page);
    if (ranked && ranked.score > (found.get(url.host)?.score ?? 0)) found.set(url.host, ranked);
  }
  return [...found.values()].sort((a, b) => b.score - a.score || (a.url < b.url ? -1 : 1)).slice(0, most);
}

/** `company.example` of `jobs.company.example`; a short last part but one, as in `co.uk`, takes one more. @param {URL} url */
function ownerOf({ hostname }) {
  const labels = hostname.split('.');
  return labels.slice((labels.at(-2)?.length ?? 0) <= 3 ? -3 : -2).join('.');
}

/** At most a few of one topic: fifty open jobs say less than one page about values. @param {RankedLink[]} ranked */
function spread(ranked) {
  /** @type {Map<string, number>} */
  const taken = new Map();
  return ranked.filter(({ topic }) => {
    const count = (taken.get(topic) ?? 0) + 1;
    taken.set(topic, count);
    return count <= MOST_OF_ONE_TOPIC;
  });
}

/** @param {string} href @param {URL} page @returns {URL | null} */
function sameSiteAddress(href, page) {
  const url = addressOf(href, page);
  return url?.origin === page.origin ? url : null;
}

/** @param {string} href @param {URL} page @returns {URL | null} */
function addressOf(href, page) {
  if (!URL.canParse(href, page.href)) return null;
  const url = new URL(href, page);
  url.hash = '';
  return /^https?:$/.test(url.protocol) && !FILE.test(url.pathname) ? url : null;
}

/** `/about`, `/about/` and `/about/index.html` are one page. @param {URL} url */
const addressKey = (url) => url.pathname.replace(/\/(index\.\w+)?$/, '') + url.search;

/** @param {URL} url @param {string} text @param {URL} page @returns {RankedLink | null} */
function judge(url, text, page) {
  const label = plain(text);
  const segments = url.pathname.split('/').filter(Boolean).map((part) => plain(decode(part)));
  const path = segments.join(' / ');
  if (ELSEWHERE.test(label) || ELSEWHERE.test(path)) return null;

  /** @type {RankedLink | null} */
  let best = null;
  for (const { topic, worth, pattern } of TOPICS) {
    const named = worthOfLabel(label, pattern);
    const placed = worthOfPath(segments, pattern);
    const share = Math.max(named, placed) + (named && placed ? 0.1 : 0);
    const score = worth * share;
    if (score > (best?.score ?? 0)) best = { url: url.href, text: text.trim(), topic, score };
  }
  if (!best) return null;
  if (DATED.test(path)) best.score *= 0.2;
  if (url.search) best.score *= 0.6;
  if (language(segments) !== language(page.pathname.split('/').filter(Boolean))) best.score -= ANOTHER_LANGUAGE;
  best.score -= 4 * Math.max(0, segments.length - 2);
  return best.score >= LEAST_SCORE ? best : null;
}

/** The shorter the link's words, the surer they name the page. @param {string} label @param {RegExp} pattern */
function worthOfLabel(label, pattern) {
  if (!pattern.test(label)) return 0;
  return label.split(' ').length <= 4 ? 1 : 0.5;
}

/** The last part of the path names the page; an earlier one only its section. @param {string[]} segments @param {RegExp} pattern */
function worthOfPath(segments, pattern) {
  const last = segments.at(-1) ?? '';
  if (pattern.test(last)) return last.split(' ').length <= 4 ? 1 : 0.5;
  return segments.slice(0, -1).some((part) => pattern.test(part)) ? 0.4 : 0;
}

/** `de` of `/de/about`. @param {string[]} segments */
const language = (segments) => /^([a-z]{2})(-[a-z]{2})?$/i.exec(segments[0] ?? '')?.[1]?.toLowerCase() ?? '';

/** @param {string} text */
const plain = (text) => text.toLowerCase().replace(/\.\w{2,5}$/, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** @param {string} part */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
