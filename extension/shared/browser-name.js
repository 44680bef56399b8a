/** "Firefox on linux": the helper lists its pairings by such names. */
export async function browserName() {
  const { os } = await chrome.runtime.getPlatformInfo();
  const browser = navigator.userAgent.includes('Firefox/') ? 'Firefox' : 'Chromium';
  return `${browser} on ${os}`;
}
