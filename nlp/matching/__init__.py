"""Matching: aspirations held against a reading. Themes, support, matches, gaps, genericness."""
from nlp.matching.genericness import genericness
from nlp.matching.matcher import Matching, match
from nlp.matching.others import Others
from nlp.matching.ranking import Figures, figures_of, supports
from nlp.matching.themes import themes_of
from nlp.matching.wishes import split_wishes

__all__ = ["Figures", "Matching", "Others", "figures_of", "genericness", "match", "split_wishes", "supports", "themes_of"]
