"""Many companies at once: what to read (plan), reading it on several processors (run), what came of it (output)."""
