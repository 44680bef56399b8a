/** How well the company fits, aspiration by aspiration: a bar and a word each, and no single magic number. */

import { bar } from '../../shared/bar.js';
import { h, words } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { groundOf } from '../ground.js';
import { section } from '../section.js';

/** @import {Aspiration, Brief, SavedBrief} from '../../shared/contract.js' */

/** @typedef {{aspiration: Aspiration, score: number, verdict: string}} Fit */

/** @param {SavedBrief} saved */
export function renderFit({ brief, aspirations }) {
  if (aspirations.length === 0) return null;
  const fits = fitsOf(brief, aspirations);
  const met = fits.filter(({ verdict }) => verdict === 'strong' || verdict === 'partial').length;
  return section('fit',
    h('p', { class: 'muted small' }, t('fit_summary', met, fits.length)),
    h('ul', { class: 'plain fits' }, fits.map(row)));
}

/** Best first. @param {Brief} brief @param {Aspiration[]} aspirations @returns {Fit[]} */
export function fitsOf(brief, aspirations) {
  const ground = groundOf(brief);
  return aspirations.map((aspiration) => {
    const gap = brief.gaps.find((one) => one.aspiration === aspiration.id);
    const [best] = ground.filter((match) => match.aspiration === aspiration.id).sort((a, b) => b.score - a.score);
    if (gap?.reason === 'conflict') return { aspiration, score: 0, verdict: 'conflict' };
    return best ? { aspiration, score: best.score, verdict: best.strength } : { aspiration, score: 0, verdict: 'none' };
  }).sort((a, b) => b.score - a.score || Number(a.verdict === 'conflict') - Number(b.verdict === 'conflict'));
}

/** @param {Fit} fit */
const row = ({ aspiration, score, verdict }) =>
  h('li', { class: `fit ${verdict}` },
    h('a', { class: 'yours', href: `#${verdict === 'none' || verdict === 'conflict' ? 'gap' : 'pair'}-${aspiration.id}` }, words(aspiration.text)),
    score > 0 && bar(score),
    h('span', { class: 'verdict' }, t(`fit_${verdict}`)));
