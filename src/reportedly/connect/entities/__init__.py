"""Entities across documents: who is one and the same, by names, and conservatively."""

from reportedly.connect.entities.compare import compare, contradiction
from reportedly.connect.entities.keys import keys
from reportedly.connect.entities.labels import RoleHeld, held, label

__all__ = ["RoleHeld", "compare", "contradiction", "held", "keys", "label"]
