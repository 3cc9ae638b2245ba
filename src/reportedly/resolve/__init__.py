"""Resolves attributions: who speaks, through whom it came, when and where.

speakers/       mentions to entities, sources to speakers
carriers/       the media between publisher and speaker
circumstances/  day, place, addressee, and which utterance is carried on
days/           time expressions to calendar days
known           names that texts do not introduce
"""

from reportedly.resolve.known import Known
from reportedly.resolve.resolve import resolve

__all__ = ["Known", "resolve"]
