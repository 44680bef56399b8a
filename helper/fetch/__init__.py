"""Polite fetching of companies' own pages: robots.txt, one request at a time to a host, a cache, an address guard."""
