"""ClaimReview files → documents: what a named organisation says of what somebody claimed.

A review becomes a short text of its own words, line by line, in which every word that is attributed
has its place. Its rating is kept as the organisation's words, and is read as nothing else.

Source of the form: https://schema.org/ClaimReview
"""

from reportedly.read.reviews.find import find_reviews
from reportedly.read.reviews.read import read_reviews
from reportedly.read.reviews.write import Field, Line, Reviewed, kind_of, written

__all__ = ["Field", "Line", "Reviewed", "find_reviews", "kind_of", "read_reviews", "written"]
