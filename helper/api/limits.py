"""How much the helper takes in at once."""
from __future__ import annotations

MAX_BODY = 20_000_000  # bytes; eight rendered pages have some 2 MB
HARD_LIMIT = 4 * MAX_BODY  # up to here a body is taken in (to disk) so that the app can answer 413 in full
