"""HTML text -> Document: title, kind, language, and blocks of text under their headings."""
from nlp.page.document import Block, Document, Removal, Role
from nlp.page.parse import PageError
from nlp.page.read import read_page

__all__ = ["Block", "Document", "PageError", "Removal", "Role", "read_page"]
