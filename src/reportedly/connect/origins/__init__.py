"""Origins: which attributions go back to one utterance, and how many are independent."""

from reportedly.connect.origins.origins import Judgements, origins

__all__ = ["Judgements", "origins"]
