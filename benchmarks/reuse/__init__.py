"""Reuse: how well near-copies and shared passages are found, beside MinHash alone."""
