/**
 * @typedef {object} Fetched
 * @property {string} url where it ended up, after redirects
 * @property {string} [html] left out where the page could not be read
 * @property {string} [reason] why not: 'timeout', 'network', 'http_error', 'not_html', 'too_large', 'other_site' or 'needs_script'
 * @property {number} [httpStatus]
 */

/**
 * Another page of the site the user is on, as text. It runs inside that site's page, so the site's own rules of access
 * hold and no wider permission is asked for; and it may name nothing outside itself.
 *
 * @param {string} address
 * @param {{milliseconds: number, bytes: number, leastWords: number}} limits `leastWords`: a page of fewer that has scripts
 *   is an empty shell
 * @returns {Promise<Fetched>}
 */
export async function fetchPage(address, limits) {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), limits.milliseconds);
  try {
    const response = await fetch(address, {
      credentials: 'same-origin',
      headers: { Accept: 'text/html,application/xhtml+xml' },
      signal: control.signal,
    });
    const url = response.url.replace(/#.*$/, '');
    const type = response.headers.get('content-type') ?? '';
    const declared = Number(response.headers.get('content-length'));
    const refuse = (/** @type {string} */ reason) => {
      control.abort();
      return { url, reason, httpStatus: response.status };
    };
    if (new URL(url).origin !== location.origin) return refuse('other_site');
    if (!response.ok) return refuse('http_error');
    if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) return refuse('not_html');
    if (declared > limits.bytes || !response.body) return refuse('too_large');

    let size = 0;
    // Memory of this script's own: in Firefox it may not look into a buffer that the page's side made.
    const bytes = new Uint8Array(limits.bytes);
    const reader = response.body.getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      if (size + step.value.byteLength > limits.bytes) return refuse('too_large');
      bytes.set(step.value, size);
      size += step.value.byteLength;
    }
    const content = bytes.subarray(0, size);
    // Where the header is silent, the first 1024 bytes must name the charset (HTML standard, 4.2.5.4).
    const head = new TextDecoder('latin1').decode(content.subarray(0, 1024));
    const label = /charset=["']?([\w-]+)/i.exec(type) ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(head);
    const html = decode(content, label?.[1] ?? 'utf-8');
    return isShell(html) ? { url, reason: 'needs_script' } : { url, html };
  } catch {
    return { url: address, reason: control.signal.aborted ? 'timeout' : 'network' };
  } finally {
    clearTimeout(timer);
  }

  /** Whether a script would have to draw the page first, as in single-page frameworks. @param {string} html */
  function isShell(html) {
    const bare = html.replace(/<(script|style|noscript|template|title)\b[^]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, ' ');
    const words = bare.split(/\s+/).filter(Boolean).length;
    return words < limits.leastWords && /<script\b/i.test(html);
  }

  /** @param {Uint8Array} bytes @param {string} charset */
  function decode(bytes, charset) {
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      return new TextDecoder().decode(bytes);
    }
  }
}
