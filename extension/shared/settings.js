/** What the extension keeps in the browser for good: where the helper is, and the token it was given. */

export const DEFAULT_PORT = 38427;

/** @returns {Promise<{port: number, token: string}>} */
export async function readSettings() {
  const kept = await chrome.storage.local.get({ port: DEFAULT_PORT, token: '' });
  return { port: Number(kept.port), token: String(kept.token) };
}

/** A token belongs to the helper that gave it, so another port forgets it. @param {number} port */
export async function savePort(port) {
  if ((await readSettings()).port !== port) await chrome.storage.local.set({ port, token: '' });
}

/** @param {string} token */
export const saveToken = (token) => chrome.storage.local.set({ token });

export const forgetToken = () => chrome.storage.local.set({ token: '' });

/** @param {() => void} listener */
export const watchSettings = (listener) => chrome.storage.local.onChanged.addListener(listener);
