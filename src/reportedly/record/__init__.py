"""The record: many articles, one memory; where the store and the stages meet.

with Record.open("news.db") as record:
    record.add(["articles/"])
    for claim in record.claims(limit=10):
        print(claim.label, claim.origins.min, claim.origins.max)
"""

from reportedly.record.adding import Outcome, Taken
from reportedly.record.record import Record
from reportedly.schema import NotHeldError
from reportedly.store import Query

__all__ = ["NotHeldError", "Outcome", "Query", "Record", "Taken"]
