"""Shadow roots that the browser wrote out as declarative templates are content; other templates are not."""
from __future__ import annotations

from .pages import block, read, texts


def test_declarative_shadow_root_is_content() -> None:
    page = read(
        '<h2>Our values</h2><value-card><template shadowrootmode="open"><h3>Patience</h3><p>We wait.</p></template>'
        "</value-card>"
    )
    assert block(page, "We wait").headings == ("Our values", "Patience")


def test_other_templates_are_never_shown() -> None:
    assert texts(read("<p>We build boats.</p><template><p>Row template</p></template>")) == ["We build boats."]


def test_unknown_elements_are_boxes() -> None:
    assert texts(read("<value-card>Patience</value-card><value-card>Candour</value-card>")) == ["Patience", "Candour"]
