"""What can truly be said: phrases, answers, and lint for both."""
from nlp.phrasing.answers import QUESTIONS, Lack, answer, answers
from nlp.phrasing.lint import lint
from nlp.phrasing.suggest import Suggestions, suggest

__all__ = ["QUESTIONS", "Lack", "Suggestions", "answer", "answers", "lint", "suggest"]
