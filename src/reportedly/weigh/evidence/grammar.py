"""What the words of a content, or of its sentence, say of the evidence behind it."""

from __future__ import annotations

from reportedly.schema import Status
from reportedly.weigh.evidence.shown import PRESENTED, SAID_TO_SHOW
from reportedly.weigh.evidence.withheld import WITHHELD
from reportedly.weigh.scene.nouns import GAP, PROOF, QUOTE, RECORDED, STUDIED
from reportedly.weigh.scene.trigger import trigger

_HAVE = (
    r"(?:possess(?:es|ed|ing)?|hold(?:s|ing)?|have|has|had|having|(?:in|is in) possession of|got)"
)
_GET = (
    r"(?:found|obtain(?:s|ed)|gather(?:s|ed)|collect(?:s|ed)|uncover(?:s|ed)|discover(?:s|ed)"
    r"|receiv(?:es|ed)|seiz(?:es|ed)|recover(?:s|ed)|unearth(?:s|ed)|intercept(?:s|ed)|seen)"
)
_PROVING = r"(?:proving|that (?:would |clearly )?proves?|which proves?|to prove|to back|to support)"
_DETAIL = (
    r"(?:(?:contain(?:s|ed|ing)?|includ(?:e|es|ed|ing)|with) (?:[\w’'-]+ ){0,4}?(?:information"
    r"|details"
    r"|names|dates|times|hours|places|coordinates|addresses|evidence|proof|lists?|references"
    r"|descriptions?|instructions|figures|sums|amounts)\b|detail(?:s|ed|ing)|specif(?:y|ies|ied"
    r"|ying)|list(?:s|ed|ing)"
    r"|nam(?:es|ed|ing)|set(?:s|ting)? out|lay(?:s|ing)? out|describ(?:e|es|ed|ing))"
)

NAMED = (
    rf"(?:(?!(?:no|any)\b)[\w'’.,$%-]+ ){{0,7}}?(?:{RECORDED}|{STUDIED})\b(?:"
    rf" [^\s,.;:—–]+){{0,12}}"
)
LOOKING = (
    r"(?:read(?:ing)?|review(?:ing|ed)|examin(?:ing|ed)|watch(?:ing|ed)|view(?:ing|ed)"
    r"|inspect(?:ing|ed)|analy[sz](?:ing|ed)|stud(?:ying|ied)(?! (?:at|in)\b)|interview(?:ing|ed)"
    r"|listen(?:ing|ed) to"
    r"|(?:speaking|spoken|talking|talked) (?:with|to)|hear(?:ing|d) from|consult(?:ing|ed)(?:"
    r" with)?"
    r"|test(?:ing|ed)|compar(?:ing|ed)|survey(?:ing|ed)|sift(?:ing|ed) through|comb(?:ing|ed)"
    r" through"
    r"|por(?:ing|ed) over|track(?:ing|ed)|visit(?:ing|ed) (?:the )?(?:site|scene|area|wreck|camp"
    r"|village|hospital|\w+ (?:site|scene|camp)))"
)
"""What one does to find out."""
PEOPLE = (
    r"(?:sources?|officials?|people|persons?|insiders?|experts?|analysts?|aides?|spokes\w+"
    r"|advisers?"
    r"|residents?|activists?|employees|executives?|lawyers?|police|media|outlets?|friends?"
    r"|reasons?"
    r"|concerns?)"
)

_GATHERED = (
    r"(?: (?:collected|gathered|obtained|presented|provided|uncovered|available|found|we have"
    r"|they have|from|in|of|by|against)(?: [^\s,.;:]+){0,18}?)"
)
"""What tells more closely which proof it is."""
_SAMPLES = (
    r"(?:samples?|swabs?|(?:plaster )?casts?|fingerprints?|measurements?|statements?|testimon(?:y"
    r"|ies)|depositions?|affidavits?|fragments?|readings|specimens?|biops(?:y|ies)|x-rays?|scans?)"
)
"""What those who look into something take."""
_EXPLAINS = (
    r"(?:means?|meant|shows?|showed|proves?|proved|suggests?|suggested|indicates?|indicated"
    r"|demonstrates?|confirms?)"
)

CITED = "names what it rests on"

REASON = trigger(
    Status.DESCRIBED,
    "says who has found it so",
    r"\b(?:because|given that|noting that|pointing out that|considering that)"
    r" [^.;\n]{0,90}?(?:investigat(?:ors|ions?)|inspectors|experts|scientists|researchers"
    r"|stud(?:y|ies)"
    r"|reports?|records|police|doctors|courts?|judges?|jury|tests?|polls?|data|reviews?|audits?"
    r"|autops(?:y|ies)|footage|video)[^.;\n]{0,40}? (?:concluded|found|determined|ruled"
    r"|confirm(?:s|ed)"
    r"|shows?|showed|reveal(?:s|ed)|proved?)\b",
)
"""In either place: what others have found is given for a reason."""
WELL = trigger(
    Status.DESCRIBED,
    "has looked into it well",
    r"\b(?:carefully|thoroughly|closely|extensively|painstakingly|independently) (?:reviewed"
    r"|examined"
    r"|studied|checked|inspected|investigated|looked into|analy[sz]ed|went through|compared)"
    r"(?: [^\s,.;:—–“”\"]+){1,8}",
)
"""In either place: what was looked into with care."""
AS_PROOF = trigger(
    Status.DESCRIBED,
    "offers it as proof",
    rf"\bas (?:\w+ )?(?:{PROOF})\b(?: (?:that|of)(?: [\w’']+){{1,6}})?",
)
"""In either place: what is held up as the proof."""
RAN = trigger(
    Status.DESCRIBED,
    "has put it to the test",
    r"\b(?:ran|carried out|conducted|performed|did|commissioned|undertook) (?:(?:its|his|her"
    r"|their|our"
    r"|my|an?|some|several|extensive|two|three|more than|over|\d+)(?: own)? )(?:[\w-]+"
    r" ){0,2}?(?:tests?|experiments?|analys[ie]s|reviews?|surveys?|investigations?|interviews"
    r"|examinations?|inspections?|searches|autops(?:y|ies)|audits?|stud(?:y|ies)|calculations?"
    r"|polls?)"
    r"\b(?: (?:of|on|into|with|among|for)(?: [^\s,.;:—–]+){1,8})?",
)
"""In either place: the speaker has tested, counted or asked himself."""

CLAIMED = (
    trigger(
        Status.CLAIMED,
        "says that there is proof",
        rf"(?<!if\s)(?<!whether\s)\b(?:{_HAVE}|{_GET}) {GAP}{PROOF}\b",
    ),
    trigger(
        Status.CLAIMED,
        "says that somebody holds what would show it",
        rf"\b(?:possess(?:es|ed|ing)?|in possession of) {GAP}(?:{RECORDED}|information)\b"
        rf"(?: and (?:information|{RECORDED}))?",
    ),
    trigger(
        Status.CLAIMED,
        "says that what somebody holds proves it",
        rf"\b(?:{_HAVE}|{_GET}) {GAP}(?:{RECORDED}|information)(?: and {GAP}\w+)?"
        rf" (?:showing|that shows?|{_PROVING})\b",
    ),
    trigger(
        Status.CLAIMED,
        "speaks of what proves it",
        rf"\b(?:with {GAP})?(?:{RECORDED}|{PROOF}) (?:proving|that proves?|which proves?)\b",
    ),
    trigger(
        Status.CLAIMED,
        "says that there is proof",
        rf"\bthere(?: is| are| was| were|['’]s| exists?| has been) {GAP}{PROOF}\b",
    ),
    trigger(
        Status.CLAIMED,
        "says that proof shows it",
        rf"\b(?<!no\s)(?:{PROOF}|intelligence){_GATHERED}? (?:(?:clearly|now|also|already|strongly"
        rf"|appears? to|seems? to|directly|overwhelmingly) ){{0,3}}(?:shows?|showed"
        r"|suggest(?:s|ed)?|indicates?|proves?|proved|points? to|demonstrates?|reveals?"
        r"|contradicts?|supports?|confirms?|backs? up)\b",
    ),
    trigger(
        Status.CLAIMED,
        "says that proof is on its side",
        rf"\b(?<!no\s)(?:{PROOF}|intelligence){_GATHERED}? (?:is|are|was|were|seems?|appears?)(?:"
        rf" to be)?"
        r" (?:(?:\w+ly|very|quite|all|pretty|so) ){0,2}(?:in (?:support|favou?r) of|clear"
        r"|overwhelming"
        r"|there|compelling|strong|solid|conclusive|irrefutable|undeniable|incontrovertible"
        r"|damning)\b",
    ),
    trigger(
        Status.CLAIMED,
        "says that it can be proved",
        r"\b(?:can|could|will be able to) (?:easily |now |also )?prove (?:it|this|that|all)\b",
    ),
    trigger(
        Status.CLAIMED,
        "rests on what is not told",
        r"\b(?:clear from|based on|on the basis of|citing)"
        rf" {GAP}(?:{PROOF}|intelligence|(?<!personal\s)information)\b",
    ),
)
"""Inside a content: there is proof, and not what it is."""

DESCRIBED = (
    trigger(
        Status.DESCRIBED,
        "says what the evidence contains",
        rf"\b(?:{RECORDED}|letters?|reports?|document|file|list){QUOTE}(?:(?:also|clearly|even)"
        rf" )?{_DETAIL}"
        rf"(?! no\b)(?: [^\s.;“”\"]+){{0,14}}",
    ),
    trigger(
        Status.DESCRIBED,
        "says what makes it likely",
        r"\b(?:unlikely|likely|possible|impossible|clear|obvious|probable|convinced|confident"
        r"|certain"
        r"|concluded|suspected|determined|ruled out|identified)\b[^.;\n]{0,140}?"
        r" (?P<at>(?:because of|due to|given|based on|on the basis"
        r" of|judging (?:by|from)|in light of) (?!what\b|the fact that (?:he|she|they|it)"
        r" (?:is|was)\b)[^.;,:\n“”\"]{6,90})",
        needs=r"\b(?:because of|due to|given|based on|on the basis|judging|in light)\b",
    ),
    trigger(
        Status.DESCRIBED,
        "says which tests show it",
        r"\b(?:(?:tests?|testing|dna|autops(?:y|ies)|x-rays?|scans?|exams?"
        r"|examinations?|analys[ie]s|inspections?|reviews?|audits?|surveys?|stud(?:y|ies)"
        r"|research|polls"
        r"|polling|records?|logs?|receipts?|satellite images|readings)) (?:(?:has|have|had)"
        r" )?(?:(?:\w+ly"
        r"|also|since|later) )?(?:shows?|showed|shown|confirm(?:s|ed)|found|reveal(?:s|ed)"
        r"|indicat(?:es?"
        r"|ed)|prove[ds]?|proven|suggest(?:s|ed)?|establish(?:es|ed)|came back|turned up)\b",
    ),
    trigger(
        Status.DESCRIBED,
        "says which records show it",
        rf"\b(?:(?:{RECORDED}|data|statistics|test results|testimony|witnesses)"
        r" (?:\w+ly |also )?(?:shows?|showed|prove|proved|indicates?|confirm(?:s|ed)?))\b",
    ),
    trigger(
        Status.DESCRIBED,
        "says what it rests on",
        rf"\b(?:based on|on the basis of) {GAP}(?:{RECORDED}|{STUDIED})\b",
    ),
    trigger(
        Status.DESCRIBED,
        "says what bears it out",
        rf"\b(?:evidenced|demonstrated|documented|supported|backed up|backed|corroborated"
        rf"|confirmed"
        rf"|proven|borne out|as (?:shown|seen|reported|recorded|detailed|described|stated)) (?:by"
        rf"|in)"
        rf" {NAMED}",
    ),
    trigger(
        Status.DESCRIBED,
        "says what was taken or put on record",
        rf"\b(?:recorded|taken|took|collected|gathered|obtained|lifted|presented|submitted"
        rf"|analy[sz]ed"
        rf"|tested) (?:an? |the |some |several |more |two |three |\d+ )?{GAP}{_SAMPLES}\b"
        r"(?! (?:with|action))(?: [^\s,.;:—–]+){0,8}",
    ),
    trigger(
        Status.DESCRIBED,
        "says that it was recorded",
        r"\b(?:(?:was|were|is|are|been|being) (?:all )?(?:documented|recorded|filmed|videotaped"
        r"|taped"
        r"|photographed) (?:by|on|in)(?: [^\s,.;:—–“”\"]+){1,8}"
        r"|(?:captured|caught) on (?:camera|video|film|tape|cctv)\b"
        r"|(?:I|we|he|she|they) (?:have |had |has )?(?:recorded|filmed|videotaped|photographed"
        r"|documented|taped)(?: [^\s,.;:—–“”\"]+){1,8})",
    ),
    trigger(
        Status.DESCRIBED,
        "says where it stands",
        rf"\b(?:is|are|was|were) (?:\w+ )?(?:included|contained|detailed|laid out|described"
        rf"|spelled out"
        rf"|documented|set out|outlined|recorded|listed) in {NAMED}",
    ),
    REASON,
    RAN,
    WELL,
    trigger(
        Status.DESCRIBED,
        "has looked into it",
        r"\b(?:they|he|she) (?:have |had |has )?(?:(?:carefully|closely|thoroughly|repeatedly|also"
        r"|personally) )?(?:checked|tested(?! (?:positive|negative))|examined|inspected|reviewed"
        r"|measured|analy[sz]ed)(?! (?:in|out)\b)(?: [^\s,.;:—–“”\"]+){1,8}",
    ),
    trigger(
        Status.DESCRIBED,
        "says which fact shows it",
        rf"\bthe (?:mere |very )?fact that (?:[^\s.;:]+ ){{2,24}}?{_EXPLAINS}\b",
        needs=r"\bfact that\b",
    ),
    trigger(
        Status.DESCRIBED,
        "has looked into it",
        r"\b(?:we|I|investigators|researchers|scientists|experts) (?:(?:have |had |has )?(?:checked"
        r"|examined|inspected|tested|analy[sz]ed|investigated|combed|scoured|reviewed)|(?:have "
        r"|had |has"
        r" )?(?:looked|searched|studied) (?:carefully|closely|thoroughly|extensively|into|inside"
        r"|through))"
        r" (?!the eyes?\b|forward\b)[\w’'-]+(?: [^\s,.;:—–“”\"]+){0,8}",
    ),
    AS_PROOF,
    trigger(
        Status.DESCRIBED,
        "says what it was learnt from",
        rf"\b(?:from|after) {LOOKING}(?: [^\s,.;:—–]+){{1,12}}",
    ),
)
"""Inside a content: what the evidence is, or what is in it."""

OWN = (*DESCRIBED, *CLAIMED, *PRESENTED, *SAID_TO_SHOW, *WITHHELD)
"""All that a speaker's own words may say."""
