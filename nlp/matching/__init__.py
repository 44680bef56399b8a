"""Matching: aspirations held against a reading. Themes, support, matches, gaps, genericness."""
from nlp.matching.genericness import genericness
from nlp.matching.matcher import Matching, match
from nlp.matching.others import Others
from nlp.matching.themes import themes_of
from nlp.matching.wishes import split_wishes

__all__ = ["Matching", "Others", "genericness", "match", "split_wishes", "themes_of"]
