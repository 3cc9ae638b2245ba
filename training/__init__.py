"""Makes the shipped weights from the base encoder and the corpora; nothing in `src/` imports it."""
