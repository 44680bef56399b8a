/** What the extension keeps in the browser for good: where the helper is, and the token it was given. */

export const DEFAULT_PORT = 38427;

/** `port` is what the user has set, `found` what the helper itself told; `unpaired`: the user wants no connection made. */
const NONE = { port: null, found: null, token: '', unpaired: false };

/** @returns {Promise<{port: number, token: string}>} */
export async function readSettings() {
  const kept = await chrome.storage.local.get(NONE);
  return { port: Number(kept.port ?? kept.found ?? DEFAULT_PORT), token: String(kept.token) };
}

/** A token belongs to the helper that gave it, so another port forgets it. @param {number} port */
export async function savePort(port) {
  if ((await readSettings()).port !== port) await chrome.storage.local.set({ port, token: '' });
}

/** @param {string} token */
export const saveToken = (token) => chrome.storage.local.set({ token, unpaired: false });

export const forgetToken = () => chrome.storage.local.set({ token: '', unpaired: true });

/** Whether the browser may start the helper by itself, and the port the user has set, if any. */
export async function mayStart() {
  const kept = await chrome.storage.local.get(NONE);
  return { allowed: !kept.unpaired, port: kept.port === null ? null : Number(kept.port) };
}

/** Keep what the helper told of itself. Nothing is written where nothing changed. @param {{port: number, token: string}} found */
export async function connectionFound({ port, token }) {
  const before = await readSettings();
  if (before.port !== port || before.token !== token) await chrome.storage.local.set({ found: port, token });
}

/** Port and pairing only: other things are kept beside them. @param {() => void} listener */
export const watchSettings = (listener) => chrome.storage.local.onChanged.addListener((changes) => {
  if ('port' in changes || 'found' in changes || 'token' in changes) listener();
});
