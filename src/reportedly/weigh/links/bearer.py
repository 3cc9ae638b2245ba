"""Who bears on whom: the attribution that a tie starts from."""

from __future__ import annotations

import re

from reportedly.schema import Act, Attribution, Span
from reportedly.weigh.links.target import fitting
from reportedly.weigh.links.ties import SPEECH_NOUN, Tie
from reportedly.weigh.scene import Scene, shared_words
from reportedly.weigh.scene.scene import first, last

_ANAPHOR = re.compile(
    rf"(?:(?:this|that|it|which)(?: (?:is|was|comes|came|also|would be|seems|appears)){{0,3}}"
    rf"|(?:the|this|that|these|those|his|her|their) (?:\w+"
    rf" ){{0,3}}?{SPEECH_NOUN}\b.*)$",
    re.IGNORECASE | re.DOTALL,
)


def bearer(place: Scene, tie: Tie, words: Span) -> Attribution | None:
    """The attribution that a tie is the cue of, or else whose sentence it stands in."""
    spot = tie.pattern.compiled.match(place.text, words.start)
    reach = spot.start("object") if spot and spot.start("object") > words.start else words.end
    verb = Span(words.start, reach)
    cued = [a for a in place.attributions if any(s.overlaps(verb) for s in a.cue)]
    if cued and not (tie.leant and all(a.act is Act.ASK for a in cued)):
        return _leant_on(place, min(cued, key=lambda a: a.cue[0].start), words)
    sentence = place.sentence(words.start)
    holder = place.holder(words)
    if holder is not None and not tie.leant and _sought(place, holder, words):
        return holder
    if sentence is None or holder is not None:
        return None
    here = [a for a in place.touching(sentence) if a.parent is None and a.act is not Act.ASK]
    here = [a for a in here if not _relative(place, a)]
    if tie.leant:
        return _speaking(here, words)
    subject = place.clause(verb)
    subject = Span(subject.start, max(words.start, subject.start + 1))
    return (
        _of_subject(here, subject, words)
        or _last_of_subject(place, subject)
        or _next_of_subject(place, subject, sentence)
    )


_SOUGHT = re.compile(
    r"\b(?:s(?:ought|eeks?|eeking)|tried|tries|trying|rush\w*|moved|quick|attempt\w*|hasten\w*"
    r"|took to|take to|went on|issued|worked|wast\w*)\b",
    re.IGNORECASE,
)


def _sought(place: Scene, holder: Attribution, words: Span) -> bool:
    """Whether a content is no more than the tie itself ("sought to dismiss the report")."""
    opens = words.start - holder.content[0].start <= len("to ")
    return opens and any(_SOUGHT.search(s.read(place.text)) for s in holder.cue)


def _leant_on(place: Scene, a: Attribution, words: Span) -> Attribution:
    """For "…, quoting the report" what it leans on: it says nothing but the words of the tie."""
    base = place.by_id.get(a.source_from or "")
    bare = not a.source and all(s.within(words) for s in a.content)
    return base if base is not None and bare else a


def _relative(place: Scene, a: Attribution) -> bool:
    """Whether an attribution is told in passing, in a relative clause."""
    return bool(a.source) and a.source[0].read(place.text).lower() in ("who", "which", "that")


def _speaking(here: list[Attribution], words: Span) -> Attribution | None:
    """The attribution that a circumstance belongs to: the next cue, else the last."""
    behind = [a for a in here if a.cue[0].start >= words.end]
    before = [a for a in here if a.cue[0].start < words.start]
    return behind[0] if behind else before[-1] if before else None


def _of_subject(here: list[Attribution], subject: Span, words: Span) -> Attribution | None:
    """What the subject of a tie says in the same sentence ("echoed him, saying …")."""
    for a in here:
        if any(s.overlaps(subject) for s in a.source) or (
            not a.source and a.cue[0].start >= words.end
        ):
            return a
    return None


def _last_of_subject(place: Scene, subject: Span) -> Attribution | None:
    """The last thing said by who is named before a tie; if "the statement" alone, the last said."""
    words = subject.read(place.text)
    earlier = [a for a in place.attributions if first(a) < subject.start and a.parent is None]
    if not earlier:
        return None
    roles = [a for a in earlier if _role_in(a, words)]
    if roles:
        return roles[-1]
    latest = earlier[-1]
    gap = place.paragraph_number(subject.start) - place.paragraph_number(latest.cue[0].start)
    return latest if gap <= 1 and _ANAPHOR.match(words.strip()) else None


_SPOKESMAN = re.compile(r"\b(?:spokes\w+|officials?|representatives?|statement)\b", re.IGNORECASE)


def _next_of_subject(place: Scene, subject: Span, sentence: Span) -> Attribution | None:
    """What is said right behind a sentence in which a body denies: its spokesman's words."""
    behind = [a for a in place.attributions if first(a) >= sentence.end and a.parent is None]
    after = min(behind, key=first, default=None)
    if after is None or len(place.text[sentence.end : first(after)].strip()) > 0:
        return None
    names = subject.read(place.text)
    who = " ".join(s.read(place.text) for s in after.source)
    return after if _role_in(after, names) or _SPOKESMAN.search(who) else None


def _role_in(a: Attribution, words: str) -> bool:
    """Whether some words name an attribution's speaker, by name or office."""
    if a.speaker is None or not a.speaker.name:
        return False
    names = (a.speaker.name.split()[-1], *a.speaker.roles)
    return any(len(n) > 3 and (n in words or _title(n, words)) for n in names)


def _title(role: str, words: str) -> bool:
    """Whether the first two words of an office or more stand in some words."""
    return len(role.split()) > 1 and " ".join(role.split()[:2]).lower() in words.lower()


def said_by_agent(place: Scene, words: Span) -> Attribution | None:
    """The attribution that an agent behind a passive tie speaks ("echoed by X, who said")."""
    cued = [a for a in place.attributions if any(s.overlaps(words) for s in a.cue)]
    if cued:
        return cued[0]
    sentence = place.sentence(words.start)
    if sentence is None or place.holder(words) is not None:
        return None
    stretch = Span(words.end, max(sentence.end, words.end + 1))
    return next((a for a in place.touching(stretch) if a.cue[0].start >= words.end), None)


def _this(place: Scene, words: Span) -> bool:
    """Whether the subject of a tie is no more than "this"."""
    clause = place.clause(words)
    subject = place.text[clause.start : words.start].strip().lower()
    return subject in ("this", "that", "it", "which", "all this", "the news")


def meant(place: Scene, words: Span, target: Attribution) -> Attribution | None:
    """What a subject "this" stands for: what was said shortly before, most like what it is tied to.

    None where the subject is another, or nothing said before is like it.
    """
    if not _this(place, words):
        return None
    reach = place.paragraph_number(words.start) - 2
    before = [
        a
        for a in place.attributions
        if last(a) <= words.start
        and place.paragraph_number(a.cue[0].start) >= reach
        and shared_words(place.said(a), place.said(target)) >= 2
        and a.id != target.id
    ]
    return fitting(place, before[::-1], place.said(target))
