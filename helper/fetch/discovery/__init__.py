"""Which pages of a company's site say what it is: from its home page to the few that are worth reading."""
