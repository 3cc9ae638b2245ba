"""Entities across documents: who is one and the same, by names alone, and conservatively."""

from reportedly.connect.entities.compare import compare
from reportedly.connect.entities.keys import keys
from reportedly.connect.entities.labels import RoleHeld, held, label

__all__ = ["RoleHeld", "compare", "held", "keys", "label"]
