"""Phrases: an opening from the profile, the company's words in a frame, and what the user would give."""
