"""The company's side: quotes cut from its own sentences, and the frames they can stand in."""
