"""Links that open a page at a sentence: URL text fragments (WICG Scroll To Text Fragment)."""
from __future__ import annotations

from urllib.parse import quote

# Above this the fragment names the first and last words only. It is high because the first words alone may stand
# elsewhere on the page ("We want to be …"), and browsers would then mark everything from there on.
_LONG = 80  # words
_EDGE = 8  # words at each end


def text_link(url: str, text: str) -> str:
    """`url` with a fragment that scrolls to `text` and highlights it. "" where the page has no web address.

    `text` is found where it stands in one block of the page.
    """
    base = url.partition("#")[0]
    if not base.startswith(("http://", "https://")):
        return ""
    words = text.split()
    if len(words) > _LONG:
        directive = f"{_encoded(' '.join(words[:_EDGE]))},{_encoded(' '.join(words[-_EDGE:]))}"
    else:
        directive = _encoded(text)
    return f"{base}#:~:text={directive}"


def _encoded(text: str) -> str:
    # A dash, comma or ampersand in the text would be read as the fragment's own syntax.
    return quote(text, safe="").replace("-", "%2D")
