"""A world of fictional sites on loopback, each with its known answer: what a run over it must find, and must not ask."""
