/** The one place that talks to the helper, and so the one place the extension talks to at all. */

/** @import {Brief, Page, Profile} from '../shared/contract.js' */

const MILLISECONDS = { health: 5000, call: 20_000, brief: 180_000 };

/**
 * Why the helper gave no answer. `state` is one of:
 * - `not_allowed`: the browser's user has taken back the leave to reach the helper,
 * - `not_running`: nothing listens on the port,
 * - `wrong_program`: something does, and it is not the helper,
 * - `version_mismatch`: the helper is of another version,
 * - `not_paired`: the helper does not know this browser (or not any more),
 * - `busy`: the helper is there and has no time for us now,
 * - `failed`: the helper says what went wrong, in `code`, `message` and `hint`.
 */
export class HelperError extends Error {
  /**
   * @param {'not_allowed' | 'not_running' | 'wrong_program' | 'version_mismatch' | 'not_paired' | 'busy' | 'failed'} state
   * @param {{code?: string, message?: string, hint?: string}} [detail]
   */
  constructor(state, { code, message, hint } = {}) {
    super(message ?? state);
    this.state = state;
    this.code = code ?? state;
    this.hint = hint ?? '';
  }
}

export class HelperClient {
  /**
   * @param {object} options
   * @param {number} options.port
   * @param {string} options.token empty until paired
   * @param {string} options.version this extension's
   * @param {typeof globalThis.fetch} [options.fetch]
   * @param {() => Promise<{port: number, token: string} | null>} [options.reconnect] starts the helper, or pairs with it
   */
  constructor({ port, token, version, fetch = globalThis.fetch.bind(globalThis), reconnect = async () => null }) {
    this.version = version;
    this.fetch = fetch;
    this.#reconnect = reconnect;
    this.#goTo({ port, token });
  }

  /** @type {() => Promise<{port: number, token: string} | null>} */
  #reconnect;

  /** @param {{port: number, token: string}} where */
  #goTo({ port, token }) {
    this.origin = `http://127.0.0.1:${port}`;
    this.token = token;
  }

  /**
   * Who listens there, asked without the token: it is not shown to a program that does not call itself Visionfit.
   * @returns {Promise<{service: string, version: string, models: 'loading' | 'ready' | 'failed'}>}
   */
  async health() {
    const health = await this.call('GET', '/v1/health', { milliseconds: MILLISECONDS.health, withToken: false });
    if (health?.service !== 'visionfit') throw new HelperError('wrong_program');
    return health;
  }

  /** Ready for work, or a HelperError says what is missing. */
  async connect() {
    const health = await this.health();
    if (!this.token && !(await this.#mended(new HelperError('not_paired')))) throw new HelperError('not_paired');
    return health;
  }

  /**
   * Nobody listened, or we were not known: the request was not acted on, so that it may be sent again once that is mended.
   * @param {unknown} error
   */
  async #mended(error) {
    if (!(error instanceof HelperError) || !['not_running', 'not_paired'].includes(error.state)) return false;
    const found = await this.#reconnect();
    if (found) this.#goTo(found);
    return found !== null;
  }

  /** @param {string} code @param {string} client @returns {Promise<string>} the token */
  async pair(code, client) {
    const body = { code, client };
    return (await this.call('POST', '/v1/pairings', { body, withToken: false })).token;
  }

  /** @returns {Promise<Profile>} */
  profile() {
    return this.call('GET', '/v1/profile');
  }

  /** @param {Profile} profile @returns {Promise<Profile>} */
  saveProfile(profile) {
    return this.call('PUT', '/v1/profile', { body: profile });
  }

  /** @param {Page[]} pages @param {AbortSignal} [signal] @returns {Promise<Brief>} */
  brief(pages, signal) {
    return this.call('POST', '/v1/briefs', { body: { pages }, milliseconds: MILLISECONDS.brief, signal });
  }

  /** The saved brief, held against the aspirations of now. @param {string} domain @returns {Promise<Brief>} */
  savedBrief(domain) {
    return this.call('GET', `/v1/briefs/${encodeURIComponent(domain)}`);
  }

  /**
   * Any of the helper's calls. `shared/ask.js` gives them the types of the helper's own contract.
   * @param {string} method
   * @param {string} path
   * @param {{body?: unknown, milliseconds?: number, signal?: AbortSignal, withToken?: boolean}} [options]
   * @returns {Promise<any>}
   */
  async call(method, path, options = {}) {
    try {
      return await this.#send(method, path, options);
    } catch (error) {
      if (!(await this.#mended(error))) throw error;
      return this.#send(method, path, options);
    }
  }

  /** @param {string} method @param {string} path @param {NonNullable<Parameters<HelperClient['call']>[2]>} options @returns {Promise<any>} */
  async #send(method, path, { body, milliseconds = MILLISECONDS.call, signal, withToken = true }) {
    /** @type {Record<string, string>} */
    const headers = withToken ? { Authorization: `Bearer ${this.token}` } : {};
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const timeout = AbortSignal.timeout(milliseconds);
    try {
      const response = await this.fetch(this.origin + path, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'manual',
      });
      return await this.#read(response);
    } catch (error) {
      if (error instanceof HelperError) throw error;
      signal?.throwIfAborted();
      throw new HelperError(timeout.aborted ? 'busy' : 'not_running');
    }
  }

  /** @param {Response} response */
  async #read(response) {
    const theirs = response.headers.get('X-Visionfit');
    if (!theirs) throw new HelperError('wrong_program');
    if (!compatible(this.version, theirs)) {
      throw new HelperError('version_mismatch', { message: `${theirs}, ${this.version}` });
    }
    const text = await response.text();
    const answer = parse(text);
    if (response.ok) return answer;
    const error = answer?.error ?? { code: `http_${response.status}`, message: '', hint: '' };
    throw new HelperError(stateOf(response.status, error.code), error);
  }
}

/** @param {number} status @param {string} code @returns {'not_paired' | 'busy' | 'failed'} */
function stateOf(status, code) {
  if (status === 401 && code === 'not_paired') return 'not_paired';
  return code === 'busy' || code === 'models_loading' ? 'busy' : 'failed';
}

/** @param {string} text */
function parse(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    throw new HelperError('failed', { code: 'bad_answer' });
  }
}

/**
 * Semantic versioning: the same major number, and before 1.0 the same minor one too.
 * @param {string} ours @param {string} theirs
 */
export function compatible(ours, theirs) {
  const [major, minor] = ours.split('.');
  const [theirMajor, theirMinor] = theirs.split('.');
  return major === theirMajor && (major !== '0' || minor === theirMinor);
}
