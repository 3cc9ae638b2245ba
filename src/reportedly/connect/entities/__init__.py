"""Entities across documents: who is one and the same, by names, and conservatively."""

from reportedly.connect.entities.compare import compare, contradiction
from reportedly.connect.entities.keys import keys
from reportedly.connect.entities.labels import RoleHeld, held, label
from reportedly.connect.entities.letters import fold

__all__ = ["RoleHeld", "compare", "contradiction", "fold", "held", "keys", "label"]
