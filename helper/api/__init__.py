"""The helper's loopback HTTP API."""
