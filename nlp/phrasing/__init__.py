"""What can truly be said: phrases, answers, and lint for both."""
from nlp.phrasing.answers import QUESTIONS, answers
from nlp.phrasing.lint import lint
from nlp.phrasing.suggest import Suggestions, suggest

__all__ = ["QUESTIONS", "Suggestions", "answers", "lint", "suggest"]
