"""The circumstances of an utterance: when, where and to whom it was said, and what it carries on.

words       the words of utterances
ground      the sentence of an attribution, without what is said in it
attach      whether a phrase of it belongs to the utterance
times, venue, addressee   what is read from it
told        utterances told of in a sentence of their own
occasion    which earlier utterance is carried on
published   the day from which days are counted
decide      all of it together
"""

from reportedly.resolve.circumstances.decide import Circumstances, circumstances
from reportedly.resolve.circumstances.occasion import utters
from reportedly.resolve.circumstances.published import published_of

__all__ = ["Circumstances", "circumstances", "published_of", "utters"]
