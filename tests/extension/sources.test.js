/** Rules that hold for every file of the extension. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import test from 'node:test';
import { EXTENSION, MESSAGES } from './browser.js';

const files = readdirSync(EXTENSION, { recursive: true }).filter((name) => statSync(new URL(name, EXTENSION)).isFile());
const read = (name) => readFileSync(new URL(name, EXTENSION), 'utf8');
const sources = files.filter((name) => /\.(js|html)$/.test(name)).map((name) => [name, read(name)]);
const manifest = JSON.parse(read('manifest.json'));

test('no text is ever read as markup or as code', () => {
  const forbidden = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTML|\beval\(|new Function/;
  for (const [name, source] of sources) assert.doesNotMatch(source, forbidden, name);
});

test('pages hold no script or style of their own and load nothing from elsewhere', () => {
  for (const [name, source] of sources.filter(([name]) => name.endsWith('.html'))) {
    assert.doesNotMatch(source, /<style|style=|\son\w+=|(src|href)="(https?:)?\/\//, name);
    assert.doesNotMatch(source, /<script(?![^>]*src=)/, name);
  }
});

test('only the helper client contacts anything, and only this machine', () => {
  const contacting = sources.filter(([, source]) => /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/.test(source)).map(([name]) => name);
  assert.deepEqual(contacting.sort(), ['background/fetch-page.js', 'background/helper-client.js']);
  const addresses = sources.flatMap(([, source]) => source.match(/https?:\/\/[\w.]+/g) ?? []);
  assert.deepEqual([...new Set(addresses)], ['http://127.0.0.1']);
});

test('permissions are the least there can be', () => {
  assert.deepEqual([...manifest.permissions].sort(), ['activeTab', 'nativeMessaging', 'scripting', 'sidePanel', 'storage']);
  assert.deepEqual(manifest.host_permissions, ['http://127.0.0.1/*']);
  assert.equal(manifest.content_scripts, undefined);
  assert.equal(manifest.optional_host_permissions, undefined);
  assert.equal(manifest.web_accessible_resources, undefined);
});

test('the content security policy allows the extension’s own files and the helper alone', () => {
  const rules = Object.fromEntries(manifest.content_security_policy.extension_pages.split('; ').map((rule) => {
    const [name, ...sources] = rule.split(' ');
    return [name, sources.join(' ')];
  }));
  assert.equal(rules['default-src'], "'none'");
  assert.equal(rules['script-src'], "'self'");
  assert.equal(rules['connect-src'], 'http://127.0.0.1:*');
});

test('every word the code asks for is in the messages', () => {
  const asked = new Set();
  for (const [, source] of sources) {
    for (const [, inside] of source.matchAll(/\bt\(([^()`]*)/g)) {
      for (const [, key] of inside.matchAll(/(?:^|[?:] )'(\w+)'/g)) asked.add(key); // t('a'), t(on ? 'a' : 'b')
    }
    for (const [, key] of source.matchAll(/tCount\('(\w+)'/g)) asked.add(`${key}_one`).add(`${key}_many`);
    for (const [, key] of source.matchAll(/data-i18n(?:-label)?="(\w+)"/g)) asked.add(key);
  }
  for (const [, key] of JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)) asked.add(key);
  assert.ok(asked.size > 60);
  assert.deepEqual([...asked].filter((key) => !(key in MESSAGES)), []);
});

test('no message is left over', () => {
  const everything = (sources.map(([, source]) => source).join('\n') + JSON.stringify(manifest)).replace(/__MSG_(\w+)__/g, ' $1 ');
  // `section_${id}` and the like: a key counts as used when the part before its last underscores is
  const stems = [...everything.matchAll(/[`'](\w+_)\$\{/g)].map(([, stem]) => stem);
  const unused = Object.keys(MESSAGES).filter((key) =>
    !new RegExp(`\\b${key}\\b`).test(everything) && !stems.some((stem) => key.startsWith(stem)) && !/_(one|many)$/.test(key));
  assert.deepEqual(unused, []);
});

test('every language has every message, with the same blanks', () => {
  const languages = readdirSync(new URL('_locales', EXTENSION));
  assert.ok(languages.length >= 2);
  const blanks = (message) => [...message.matchAll(/\$\d/g)].map(([blank]) => blank).sort().join();
  for (const language of languages) {
    const messages = JSON.parse(read(`_locales/${language}/messages.json`));
    assert.deepEqual(Object.keys(messages), Object.keys(MESSAGES), language);
    for (const [key, { message }] of Object.entries(messages)) {
      assert.ok(message.trim(), `${language} ${key}`);
      assert.equal(blanks(message), blanks(MESSAGES[key].message), `${language} ${key}`);
    }
  }
});

test('a blank that may be a page’s words is never followed by another word’s ending', () => {
  for (const [key, { message }] of Object.entries(MESSAGES)) assert.doesNotMatch(message, /\$\d[a-z]/, key);
});

test('files stay small enough to read', () => {
  for (const [name, source] of sources) assert.ok(source.split('\n').length <= 200, name);
});
