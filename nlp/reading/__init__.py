"""Blocks -> Reading: mission, vision, culture, growth, named values, and who the company is."""

from nlp.reading.read import read_company

__all__ = ["read_company"]
