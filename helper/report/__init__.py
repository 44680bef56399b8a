"""Renderings of a brief and of a comparison of companies: text, Markdown, HTML, CSV, JSON."""
