"""Times told in English news, and the calendar days they settle on.

`find` gives a text's time expressions, `settle` the day, week, month or year that one tells, seen
from the day of publication. What cannot be counted stays open.

words, rules    the words of times; what a rule is
dates, counts   the rules: places in the calendar; what is counted from publication
names           what looks like a time and is none
join            weekdays with their dates, ranges, "late", "since"
absolute, relative, expression   what words can say of a time, and how it settles
"""

from reportedly.resolve.days.expression import Expression, Says, Uncounted, Why, settle
from reportedly.resolve.days.find import find
from reportedly.resolve.days.settled import Direction, Settled
from reportedly.schema.day import Precision

__all__ = [
    "Direction",
    "Expression",
    "Precision",
    "Says",
    "Settled",
    "Uncounted",
    "Why",
    "find",
    "settle",
]
