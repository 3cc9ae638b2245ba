"""Named witnesses: somebody with a name who says that he saw, heard or did it himself."""

from __future__ import annotations

import re

from reportedly.schema import Act, Attribution, Entity, EntityType, Span
from reportedly.weigh.evidence.deeds import BEING, DONE, SIGHTED, done_to
from reportedly.weigh.scene import Scene
from reportedly.weigh.scene.nouns import PROOF, RECORDED

_HELD = rf"(?:{RECORDED}|{PROOF})\b"
_I = re.compile(
    r"\b(?:I|[Ww]e)(?:['’]ve)? (?:(?:then |just |suddenly |personally |first |also |all )?"
    r"(?:saw|see|watched|witnessed) (?=(?:him|her|them|two|three|four|five|six|smoke|flames|fire"
    r"|bodies|people|men|soldiers|police|it (?:happen|fall|go|come|explode|sink|burn)|something"
    r"|an? |the (?:man|men|woman|body|bodies|plane|ship|boat|car|bus|train|truck|gun|knife|flames"
    r"|fire|smoke|blast|explosion|attack|driver|officers?|police|soldiers?|roof|wall|bridge)))"
    r"(?![^.!?]{0,40}\b(?:polls?|reports?|articles?|story|stories|tweets?|TV|television|news|film"
    r"|movie|chance|way|need|reason|future|opportunity)\b)[^.!?]{0,60}"
    r"|(?:noticed|spotted|observed) (?!that\b|how\b)(?:[\w’'-]+ ){0,8}[\w’'-]+"
    r"|(?:have )?seen (?:him|her|them|it with|something|somebody|someone|an? |the \w+ (?:with"
    r" my|\w+ing))[^.!?]{0,40}"
    r"|(?:could hear|heard|hear) (?:an? |the |two |three |several |some |loud |many |lots of )*"
    r"(?:\w+ )?(?:footsteps|voices?|noises|knocks?|knocking|engines?|shots?|bangs?|booms?|blasts?"
    r"|explosions?|gunshots?|gunfire|screams?|screaming"
    r"|cries"
    r"|crash|noise|rumble|shouts?|shouting|pops?)\b"
    r"|(?:saw|watched|heard) (?!it as|that |how |what )(?:[\w’']+ ){1,4}?(?:scream|shout|explode"
    r"|fall|cry"
    r"|hit|yell|collapse|(?:runn|com|fly|burn|scream|shout|fall|explod|walk|hid|ly|fir|shoot"
    r"|bleed)ing)\b"
    r"|(?:felt|smelled|smelt) (?:an? |the )(?:\w+ ){0,2}?(?:ground|earth|blast|shock ?wave|heat"
    r"|impact"
    r"|explosion|smoke|gas|tremor|house shake)"
    r"|(?:ran|rushed|raced) (?:back|out(?! of)|outside|over|inside|towards?|into|to the)\b"
    r"|was (?:right )?(?:there(?= when| that|[,.!?\"”]|$)|in the (?:room|car|cabin|building|house)"
    r"|on board|inside|at the scene|an eyewitness|standing|sitting|asleep|sleeping|driving|hiding"
    r"|(?:knocked|thrown) (?:off|to|down))\b"
    rf"|(?:received|found|saw|filmed|photographed|recorded|wrote) (?:\w+ ){{0,3}}?{_HELD}"
    r"|(?:took|ran|looked|opened|climbed|crawled) (?:pictures|photos|photographs|away|up and saw"
    r"|the door and)\b"
    r"|was (?:shot|beaten|tortured|stabbed|arrested|kidnapped|detained|blindfolded) )",
)
_LATELY = r"(?:\w+ly |just |then |also |even |still |all |both |first |once |already )*"
_DEED = re.compile(
    rf"\b(?:I|[Ww]e)(?:['’]d| had|['’]ve| have)? {_LATELY}(?:{SIGHTED}|{DONE}|{BEING})\b"
    r"[^.!?]{0,60}"
)
_OTHER = (
    r"(?:\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ss]ome(?:body|one)|(?:[Tt]he|[Aa]n?|[Tt]wo|[Tt]hree) \w+"
    rf"|[A-Z]\w+|soldiers|police|officers|men|and)) (?:had )?{_LATELY}"
)
_ME = re.compile(
    rf"{_OTHER}{done_to('(?:me|us)', '(?:my|our)')}\b[^.!?]{{0,60}}"
    r"|(?:(?<=[.!?“\"]\s)|(?<=[“\"])|(?<=\band\s)|(?<=\bthen\s)|(?<=\bwhen\s))"
    r"(?:[Hh]e|[Ss]he|[Tt]hey) (?:then |just |also |even |later )?(?:called|phoned|offered"
    r"|invited|paid|gave|showed) (?:me|us)\b[^.!?]{0,60}",
)
_THEM = re.compile(
    rf"{_OTHER}{done_to('(?:him|her|them)', '(?:his|her|their)')}\b(?: [^\s,.;]+){{0,6}}"
)
_HE = re.compile(
    r"(?:that )?(?:[^.;]{0,60}? )?(?<!what\s)\b(?:he|she|they) (?:had )?(?:personally )?"
    r"(?:(?:[\w’']+ ){2,8}?and )?"
    r"(?:saw|seen|witnessed|noticed|spotted|watched(?= (?:as|him|her|them|the|a)\b)"
    r"|heard (?:an? |the |two |three |several |loud )*(?:\w+ )?(?:shots?|bangs?|blasts?"
    r"|explosions?"
    r"|gunshots?|gunfire|screams?|crash|noise)|was (?:there when|standing|in the room|on board"
    r"|inside|at the scene)"
    rf"|(?:[^.,;]{{0,60}}? )?(?:received|was (?:given|handed|shown)) (?:\w+ ){{0,3}}?{_HELD})\b"
    r"(?: [^\s,.;]+){0,8}",
    re.IGNORECASE,
)
_IF = re.compile(r"\bif\s$", re.IGNORECASE)
_NEVER = re.compile(r"\b(?:not|never|neither|nor|no)\b|n['’]t\b", re.IGNORECASE)
_RECALLED = re.compile(r"\b(?:recall|recount|remember|reminisc|recollect)\w*", re.IGNORECASE)
_DID = re.compile(
    r"(?:\b(?:I|[Ww]e)|(?i:\b(?:he|she))(?! (?:was|were|had|got) )) (?:(?:had|personally|once"
    r"|then) )?"
    r"(?:saw|met|received|found|heard|watched|carried|held|worked|ran|drove|flew|got|was|were|took"
    r"|went|came|stood|opened|had)\b(?:\s[^\s,.;]+){1,8}"
)
_WHO = re.compile(
    r"\bwho (?:had )?(?:saw|seen|witnessed|watched(?= (?:the|it|as|from))|survived|stood (?:on|at"
    r"|in|near|by)"
    r"|was (?:there|on board|inside|present|aboard|at the scene|in the (?:room|building|car"
    r"|crowd))"
    r"|escaped|lives? (?:nearby|next (?:door|to)|near|opposite))\b(?: [^\s,.;]+){0,10}",
    re.IGNORECASE,
)
_WHO_ALONE = re.compile(r"\bwho", re.IGNORECASE)
# Acts in which nobody tells what happened.
_NO_TELLING = frozenset(
    (Act.WANT, Act.PROMISE, Act.ORDER, Act.ASK, Act.DECIDE, Act.EXPECT, Act.THINK)
)


def witnessed(scene: Scene, a: Attribution) -> tuple[Span, str] | None:
    """The words by which a named speaker says that he was there, and the rule; else None."""
    if a.act in _NO_TELLING or a.negated or not _named(scene, a):
        return None
    if found := _said(scene, a, _I) or _said(scene, a, _DEED):
        return found, "a named speaker says that he saw, heard or went through it"
    if found := _said(scene, a, _ME) or _done_to(scene, a):
        return found, "a named speaker says that it was done to him"
    found = _said(scene, a, _HE, start=True)
    if found and not _NEVER.search(found.read(scene.text)):
        return found, "a named speaker is said to have seen or heard it"
    recalls = any(_RECALLED.search(s.read(scene.text)) for s in a.cue)
    if recalls and (found := _said(scene, a, _DID)):
        return found, "a named speaker recalls what he did himself"
    if found := _described(scene, a):
        return found, "the text says that the named speaker was there"
    return None


def _named(scene: Scene, a: Attribution) -> bool:
    """Whether the speaker is a person with a name."""
    entity = _entity(scene, a)
    if entity is None or entity.type is not EntityType.PERSON or entity.anonymous:
        return False
    words = entity.name.split()
    return words[0] not in ("I", "We", "You") and all(
        w[:1].isupper() for w in (words[0], words[-1])
    )


def _entity(scene: Scene, a: Attribution) -> Entity | None:
    identity = scene.speaks(a)
    return next((e for e in scene.extraction.entities if e.id == identity), None)


def _said(scene: Scene, a: Attribution, words: re.Pattern[str], start: bool = False) -> Span | None:
    """The first match in the content that the attribution says itself, none nested in it."""
    for part in a.content[: 1 if start else None]:
        at_start = words.match(scene.text, part.start, part.end)
        for match in [at_start] if start else words.finditer(scene.text, part.start, part.end):
            if match is None:
                continue
            found = Span(*match.span())
            if _IF.search(scene.text, max(part.start, found.start - 4), found.start):
                continue
            holder = scene.holder(found)
            if holder is not None and holder.id == a.id:
                return found
    return None


def _done_to(scene: Scene, a: Attribution) -> Span | None:
    """The words by which it was done to the speaker, who is known to be meant by a pronoun."""
    found = _said(scene, a, _THEM)
    entity = _entity(scene, a)
    meant = found and entity and any(m.within(found) for m in entity.mentions)
    return found if meant else None


def _described(scene: Scene, a: Attribution) -> Span | None:
    """The relative clause in or right behind the source."""
    if not a.source:
        return None
    reach = min(len(scene.text), a.source[-1].end + 3)
    for who in _WHO_ALONE.finditer(scene.text, a.source[0].start, reach + len("who")):
        if who.start() <= reach and (match := _WHO.match(scene.text, who.start())):
            return Span(*match.span())
    return None
