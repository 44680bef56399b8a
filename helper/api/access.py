"""How a call says in the contract that it needs the token (the guard is what enforces it)."""

TOKEN: list[dict[str, list[str]]] = [{"token": []}]
