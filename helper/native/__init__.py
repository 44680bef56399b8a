"""Native messaging: a browser starts the helper and gets its port and a token, with nothing typed.

https://developer.chrome.com/docs/extensions/develop/concepts/native-messaging
https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Native_messaging
"""
NAME = "visionfit.helper"  # the extension calls it by this name
CHROMIUM_ID = "pijfkfikcldfplnmihcclpafkcihcmhl"  # follows from the `key` in the extension's manifest
FIREFOX_ID = "extension@visionfit.example"
