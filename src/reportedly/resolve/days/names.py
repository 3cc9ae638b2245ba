"""What looks like a time and is a name or another word: months, years, days of the week."""

from __future__ import annotations

import re

from reportedly.resolve.days.rules import Match, before, behind
from reportedly.resolve.days.words import MONTHS, compiled

_CLEAR = frozenset("january february july september october november december".split())

_IN = (
    "in|since|until|till|last|this|next|past|early|late|earlier|later|mid|through|during|"
    "earlier~in|later~in|"
    "(?:month|end|beginning|start|middle|days?|weeks?|weekend|part|half|rest|close)~of|"
    "throughout|beginning|starting|course~of|back~as|now~and|"
    rf"(?:{'|'.join(MONTHS)})\.?(?:~(?:and|or)|,)"
)
_ABOUT = "by|from|between|before|after|to|as~of|around"
_IN_MONTH = compiled(rf"\b(?:{_IN})(?:~|-)$")
_ABOUT_MONTH = compiled(rf"\b(?:{_IN}|{_ABOUT}|of|for|and|or|on|into)(?:~|-)$")
_NOT_MAY = compiled(rf"\b(?:{_IN}|{_ABOUT})(?:~|-)$")
_A = compiled(r"(?:\b(?:a|an|the|his|her|its|their|our|my|one|that)|['’]s)~$")
_NOUN = compiled(
    r"~(?!(?:for|on|of|to|in|at|and|or|against|that|is|was|were|has|have|had|will|would|who|which|"
    r"by|with|from|government|cabinet|team|sisters?)\b)(?-i:[a-z])"
)
_MARCH_FOR = re.compile(r"\s(?:for|on|of|against)\s(?:the\s)?[A-Z]")
_SURNAME = re.compile(r"[ \u00a0][A-Z][a-z]")
_GENITIVE = re.compile(r"['’]s\b")
_STOP = re.compile(r"\s*(?:[.,;:?!)\"”]|$)")


def is_month(match: Match) -> bool:
    """Whether a month that stands alone is one, by its form and the words beside it.

    "May", "March", "April", "June" and "August" are other words and names as well, and so are
    the short forms: these need a preposition, or an article before and a noun behind.
    """
    word, left, right = match["month"], before(match), behind(match)
    if _MARCH_FOR.match(right) or (len(word) < 5 and word.lower() not in {"may", "june", "july"}):
        return _is_short(match, left)
    if word.lower() in _CLEAR:
        told = bool(_ABOUT_MONTH.search(left) or _A.search(left))
        return told or (word[0].isupper() and not _SURNAME.match(right))
    if word.islower():
        return bool(_IN_MONTH.search(left) and _STOP.match(right))
    if word.isupper():
        return False
    if word.lower() == "may" and _GENITIVE.match(right):
        return False
    leading = _IN_MONTH if word.lower() == "may" else _NOT_MAY
    return bool(leading.search(left) or (_A.search(left) and _NOUN.match(right)))


def _is_short(match: Match, left: str) -> bool:
    return match.group().endswith(".") and bool(_IN_MONTH.search(left))


def is_month_of_date(match: Match) -> bool:
    """Whether the month beside a day or a year is one: not in "may 5" or "to march 10 miles"."""
    word = match["month"]
    if not word.islower() or word not in {"may", "march", "mar"}:
        return True
    groups = match.groupdict()
    day = groups.get("day") or ""
    return bool(groups.get("year")) or not day.isdigit()


_YEAR_AFTER = compiled(
    r"(?:\b(?:in|of|during|since|until|till|by|before|after|from|through|between|early|late|mid|"
    r"around|to|and|or|the|a|an|his|her|its|their|our|my|that|this|spring|summer|fall|autumn|winter|"
    r"election|season|campaign|circa|year|both|with|for|throughout|back~as)(?:~|-)|['’]s?~|[(\[])$"
)
_DESCRIBED = compiled(r"\b(?:the|an?|his|her|its|their|that|this|['’]s)~[a-z]{3,14}~$")
_NUMBER_BEFORE = compiled(r"(?:[0-9][-/.,:]|[-/.:$£€#+])$")
_MORE_DIGITS = re.compile(r"[-/][0-9]")
_AMOUNT = compiled(
    r"(?:~|-)(?:people|persons?|men|women|children|troops|soldiers|votes|voters|jobs|homes|houses|"
    r"miles?|feet|foot|meters?|metres?|kilomet(?:er|re)s|km|dollars|euros|pounds|workers|members|"
    r"delegates|students|employees|words?|pages?|hours|days|weeks|years|times|points?|acres|"
    r"respondents|adults|refugees|migrants|civilians|deaths|cases|calories|percent|per~cent|"
    r"million|billion|or~so|more|others|square|tons?|tonnes|seats|emails|e-mails|copies|units|"
    r"signatures|ballots|supporters|others|of~them)\b"
)


def is_in_number(match: Match) -> bool:
    """Whether digits go on from a longer number, an amount of money, an address."""
    return bool(_NUMBER_BEFORE.search(before(match)))


def is_year(match: Match) -> bool:
    """Whether four digits are a year: a preposition or article before, no unit behind."""
    year = int(match["year"])
    left, right = before(match), behind(match)
    if not 1600 <= year <= 2150 or _AMOUNT.match(right) or _MORE_DIGITS.match(right):
        return False
    if _YEAR_AFTER.search(left):
        return True
    return bool(_DESCRIBED.search(left) and _NOUN_BEHIND.match(right))


_TITLE_BEHIND = re.compile(
    r"\s(?:Night|Morning|Times|Telegraph|Mail|Mirror|Express|Herald|Post|Live|School|Review|World|"
    r"Independent|Show|Programme|Business|Sport|Agreement|People|Evening|Edition)\b"
)
_TITLE_BEFORE = re.compile(
    r"(?:\b(?:Super|Black|Cyber|Good|Ash|Bloody|Palm|Easter|Holy|Fat|Shrove|Giving|Taco|Ruby|"
    r"Mail [Oo]n|Maundy|Freaky|Throwback|Casual)\s)$"
)
_SHOW = re.compile(r"\bFox News Sunday\b(?! (?:night|morning|afternoon|evening))")
_EVERY = compiled(r"\b(?:every|each|any|most|some|other|one)~$")
_ON_A = compiled(r"\b(?:on|for|of|it['’]s|was|is|like)~an?~$")
_NOUN_BEHIND = re.compile(r"\s[a-z]")


def is_weekday(match: Match) -> bool:
    """Whether a weekday is a day and no title ("Friday Night Lights") or habit ("every Monday")."""
    left, right = before(match), behind(match)
    if match["weekday"][0].isupper() and (_TITLE_BEHIND.match(right) or _TITLE_BEFORE.search(left)):
        return False
    at = match.start("weekday")
    if _EVERY.search(left) or _SHOW.match(match.string, max(0, at - len("Fox News "))):
        return False
    return not (_ON_A.search(left) and not _NOUN_BEHIND.match(right))


_PAPER = re.compile(r"\b(?:USA|Russia|India|Psychology)\s$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;–—\-\"“‘'(\[|>\n•…*][\s\"“‘'’”)]*)$")
_CAPITAL = re.compile(r"[A-Z]")
_SHOW_BEHIND = re.compile(r"\s(?:Show|With|show['’]s|programme)\b")


def is_title(match: Match) -> bool:
    """Whether a capital in the middle of a sentence makes a name: "USA Today", "This Week"."""
    words = match.group().split()
    if _PAPER.search(before(match)) and words[0].lower() == "today":
        return True
    if not _CAPITAL.match(words[-1]) or words[-1].isupper():
        return False
    if len(words) > 1:
        return True
    return bool(_SHOW_BEHIND.match(behind(match))) or not _SENTENCE_START.search(before(match))
