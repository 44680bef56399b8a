import assert from 'node:assert/strict';
import test from 'node:test';
import { rankLinks } from '../../extension/background/rank-links.js';

const PAGE = 'https://ferry.example/timetable';
const urls = (links, page = PAGE, most = 7) =>
  rankLinks(links.map(([href, text = '']) => ({ href, text })), page, most).map(({ url }) => url.replace('https://ferry.example', ''));

test('company pages are found by their words or by their path, mission and values first', () => {
  assert.deepEqual(
    urls([['/boats', 'Our boats'], ['/x1', 'Careers'], ['/about-us', 'More'], ['/x2', 'Life at Ferry'], ['/our-values', ''], ['/x3', 'Our mission']]),
    ['/x3', '/our-values', '/x2', '/about-us', '/x1'],
  );
});

test('every wording a company may use is known', () => {
  const wordings = ['About', 'About us', 'Who we are', 'Our story', 'Mission', 'Vision & purpose', 'Our Values', 'Culture',
    'Life at Ferry', 'Working here', 'Join us', 'Careers', 'Work with us', 'What we believe', 'Our principles'];
  for (const text of wordings) assert.equal(urls([['/page', text]]).length, 1, text);
});

test('other sites, files, accounts and the page itself are left alone', () => {
  assert.deepEqual(
    urls([
      ['https://elsewhere.example/about', 'About'], ['http://ferry.example/about', 'About over http'], ['/about.pdf', 'About us'],
      ['/account/about', 'About your account'], ['/privacy', 'About your privacy'], ['javascript:about()', 'About'],
      ['mailto:join@ferry.example', 'Join us'], ['http://[broken', 'About'], ['#values', 'Our values'], ['/timetable/', 'Our mission'],
    ]),
    [],
  );
});

test('one page is counted once, however it is written, and with its best words', () => {
  assert.deepEqual(urls([['/about'], ['/about/', 'About us'], ['/about/index.html#team', 'x']]).length, 1);
});

test('jobs and news do not crowd out the pages that say more', () => {
  const jobs = Array.from({ length: 30 }, (_, n) => [`/careers/jobs/deckhand-${n}`, 'Careers']);
  const found = urls([...jobs, ['/news/2024/our-mission', 'Our mission at sea'], ['/culture', 'Culture']]);
  assert.equal(found[0], '/culture');
  assert.equal(found.filter((url) => url.startsWith('/careers')).length, 3);
});

test('a page in the language of the current one goes before its translations', () => {
  assert.deepEqual(urls([['/de/values', 'Values'], ['/en/values', 'Values']], 'https://ferry.example/en/')[0], '/en/values');
});

test('at most as many as asked for, in an order that does not depend on that of the links', () => {
  const links = [['/about', 'About'], ['/values', 'Values'], ['/purpose', 'Purpose'], ['/careers', 'Careers'], ['/principles', 'Principles']];
  assert.deepEqual(urls(links), urls([...links].reverse()));
  assert.equal(urls(links, PAGE, 2).length, 2);
});
