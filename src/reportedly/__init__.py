"""Reportedly: who said it, who carried it, and what stands behind it."""

__version__ = "0.1.0"
