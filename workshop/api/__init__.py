"""For other systems: what is left of a café, read by program, with keys that say what each may read."""
