/** A page and the few extension calls the modules use, for tests without a browser. */

import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

export const EXTENSION = new URL('../../extension/', import.meta.url);
export const MESSAGES = JSON.parse(readFileSync(new URL('_locales/en/messages.json', EXTENSION), 'utf8'));

/** As browsers do it: $1, $2 … are filled, and an unknown key gives nothing. */
export function getMessage(key, parts = []) {
  return (MESSAGES[key]?.message ?? '').replace(/\$(\d)/g, (_, number) => parts[number - 1] ?? '');
}

/** A storage area with its change event. */
export function storageArea() {
  const kept = {};
  const listeners = [];
  const change = (changes) => listeners.forEach((listener) => listener(changes));
  return {
    kept,
    onChanged: { addListener: (listener) => listeners.push(listener) },
    async get(keys) {
      if (keys === null) return { ...kept };
      if (typeof keys === 'string') return keys in kept ? { [keys]: kept[keys] } : {};
      return { ...keys, ...Object.fromEntries(Object.keys(keys).filter((key) => key in kept).map((key) => [key, kept[key]])) };
    },
    async set(values) {
      Object.assign(kept, values);
      change(Object.fromEntries(Object.entries(values).map(([key, newValue]) => [key, { newValue }])));
    },
    async remove(key) {
      delete kept[key];
      change({ [key]: {} });
    },
    async clear() {
      const keys = Object.keys(kept);
      for (const key of keys) delete kept[key];
      change(Object.fromEntries(keys.map((key) => [key, {}])));
    },
  };
}

/** Put a page and `chrome` where the modules look for them. @param {string} [html] */
export function setUp(html = '<!doctype html><p id="announcer"></p><main id="view" tabindex="-1"></main>') {
  const dom = new JSDOM(html, { url: 'chrome-extension://test/page.html' });
  globalThis.window = dom.window;
  globalThis.document = dom.window.document;
  globalThis.addEventListener = dom.window.addEventListener.bind(dom.window);
  globalThis.Event = dom.window.Event;
  globalThis.Node = dom.window.Node;
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: dom.window.navigator });
  globalThis.chrome = {
    i18n: { getMessage },
    runtime: { getManifest: () => ({ version: '0.1.0' }), getURL: (path) => `chrome-extension://test/${path}`, getPlatformInfo: async () => ({ os: 'linux' }) },
    permissions: { contains: async () => true },
    tabs: { created: [], async create(tab) { this.created.push(tab); } },
    storage: { local: storageArea(), session: storageArea() },
  };
  return dom;
}

/** What an injected function gives inside a page of its own, where nothing of its module is in reach. */
export function runInPage(dom, func, ...args) {
  dom.window.__args = args;
  return JSON.parse(JSON.stringify(dom.window.eval(`(${func})(...__args)`)));
}

/**
 * A helper that knows these calls: `'GET /v1/profile': answer`, or a function of the body and the address that gives one.
 * A status other than 200 comes as `[status, body]`. Gives the list of what is asked of it.
 */
export function fakeHelper(routes) {
  const asked = [];
  const known = { 'GET /v1/health': { service: 'visionfit', version: '0.1.0', models: 'ready' }, ...routes };
  globalThis.fetch = async (address, init) => {
    const url = new URL(address);
    const call = `${init.method} ${url.pathname}`;
    const body = init.body && JSON.parse(init.body);
    asked.push({ call, body, search: url.search });
    const refusal = { error: { code: 'not_found', message: `No ${call}.`, hint: '' } };
    const found = call in known ? known[call] : [404, refusal];
    const answer = typeof found === 'function' ? found(body, url) : found;
    const [status, content] = Array.isArray(answer) ? answer : [200, answer];
    return new Response(status === 204 ? null : JSON.stringify(content), { status, headers: { 'X-Visionfit': '0.1.0' } });
  };
  return asked;
}

/** Long enough for what was begun to come to its end. @param {number} [milliseconds] */
export const settle = (milliseconds = 20) => new Promise((done) => setTimeout(done, milliseconds));
