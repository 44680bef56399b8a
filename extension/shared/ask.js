/** A call of the helper by its name in the contract, with the contract's types: panel and helper cannot drift apart. */

import { currentClient } from './client.js';

/** @import {Calls} from './api.js' */

/**
 * @template {keyof Calls} Name
 * @param {Name} name as in the contract: method and path
 * @param {Calls[Name]['request']} request `path` and `query` fill the address, `body` is sent
 * @param {AbortSignal} [signal]
 * @returns {Promise<Calls[Name]['answer']>}
 * @throws {import('../background/helper-client.js').HelperError}
 */
export async function ask(name, request, signal) {
  const [method, template] = name.split(' ');
  const { path = {}, query = {}, body } = /** @type {{path?: Record<string, string>, query?: Record<string, unknown>, body?: unknown}} */ (request);
  const client = await currentClient();
  return client.call(method, filled(template, path) + search(query), { body, signal });
}

/** @param {string} template @param {Record<string, string>} path */
const filled = (template, path) => template.replace(/\{(\w+)\}/g, (_, part) => encodeURIComponent(path[part]));

/** A list repeats its name. @param {Record<string, unknown>} query */
function search(query) {
  const parts = Object.entries(query).flatMap(([key, value]) =>
    [value].flat().filter((one) => one !== undefined && one !== null).map((one) => [key, String(one)]));
  return parts.length ? `?${new URLSearchParams(parts)}` : '';
}
