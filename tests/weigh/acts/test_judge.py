"""Acts, polarity and stance, on invented sentences with their roles in brackets.

`[S …]`, `[C …]` and `[X …]` mark source, cue and content; a role may stand in pieces.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.schema import (
    Act,
    Attribution,
    BlockKind,
    Document,
    Entity,
    EntityType,
    Extraction,
    Kind,
    Span,
    Speaker,
    Stance,
    attribution_id,
    text_id,
)
from reportedly.weigh.acts import Judged, judge

MARK = re.compile(r"\[([SCX]) (.*?)\]", re.DOTALL)


def marked(sentence: str, kind: Kind = Kind.INDIRECT) -> tuple[str, Attribution]:
    """The text without its brackets, and the attribution that they mark."""
    roles: dict[str, list[Span]] = {"S": [], "C": [], "X": []}
    text, last = "", 0
    for found in MARK.finditer(sentence):
        text += sentence[last : found.start()]
        roles[found[1]].append(Span(len(text), len(text) + len(found[2])))
        text, last = text + found[2], found.end()
    text += sentence[last:]
    source, cue, content = (tuple(roles[role]) for role in "SCX")
    name = attribution_id(source, cue, content)
    return text, Attribution(name, source, cue, content, kind, BlockKind.BODY, 1.0)


def judged(sentence: str, kind: Kind = Kind.INDIRECT) -> Judged:
    text, attribution = marked(sentence, kind)
    return judge(Extraction(Document(text_id(text), text), (attribution,)))[attribution.id]


ACTS = [
    ("say", "[S Orro] [C said] [X the pier was sinking]."),
    ("say", "[S Orro] [C said in an interview with] Radio Onrada [X that it sank]."),
    ("say", "[S The pilot] [C was quoted as saying] [X he saw no lights]."),
    ("say", "The Mail [C quoted] [S the pilot] [C as saying] [X he saw no lights]."),
    ("say", "[S He] [C claimed] [X that the bridge was safe]."),
    ("say", "[S She] [C issued a statement saying] [X the locks would open]."),
    ("say", "[S Velda] [C pointed out] [X that the tide was low]."),
    ("say", "[S The board] [C made clear] [X that no fee was due]."),
    ("say", "[X The gates were open], [C according to] [S the harbour master]."),
    ("say", "[X The gates were open], [C according to] [S a letter from the mayor]."),
    ("say", "[S Report][C :] [X bridge was never inspected]"),
    ("say", "[S Orro] [C called] [X the plan a disgrace]."),
    ("say", "[S Orro] [C told] reporters [X that she had spoken to the crew]."),
    ("accuse", "[S The board] [C accused] [X the ferry firm of fraud]."),
    ("accuse", "[S The firm] [C has been accused of] [X hiding the logs]."),
    ("accuse", "[S Villagers] [C laid the blame on] [X the dam]."),
    ("criticise", "[S Orro] [C lashed out at] [X the regulator]."),
    ("criticise", "[S Orro] [C spoke out against] [X the new toll]."),
    ("criticise", "[S The union] [C issued a statement condemning] [X the cuts]."),
    ("criticise", "[S The union] [C took issue with] [X the timetable]."),
    ("criticise", "[S She] [C took to Twitter to blast] [X the council]."),
    ("criticise", "[S She] [C has been sharply critical of] [X the council]."),
    ("criticise", "[S Divers] [C questioned] [X his fitness for the post]."),
    ("praise", "[S Ms Olim] [C praised] [X the divers]."),
    ("praise", "[S Ms Olim] [C paid tribute to] [X the divers]."),
    ("praise", "[S The mayor] [C came to the defence of] [X his deputy]."),
    ("deny", "[S The ministry] [C has repeatedly and publicly denied] [X the report]."),
    ("deny", "[S The mayor] [C ruled out] [X a second bridge]."),
    ("deny", "[S The keeper] [C pleaded not guilty to] [X arson]."),
    ("deny", "[S The mayor] [C rejected] [X the claim that he knew]."),
    ("decide", "[S The court] [C rejected] [X the ferry firm's appeal]."),
    ("confirm", "[S The ministry] [C confirmed] [X the arrest]."),
    ("admit", "[S The Grey Hand] [C claimed] [X responsibility for the fire]."),
    ("admit", "[S The keeper] [C pleaded guilty to] [X arson]."),
    ("admit", "[S The firm] [C apologised for] [X the delay]."),
    ("echo", "[S The deputy] [C agreed with] [X the mayor]."),
    ("echo", "[S The deputy] [C agreed] [X that the pier was unsafe]."),
    ("echo", "[S The deputy] [C threw her weight behind] [X the plan]."),
    ("decide", "[S The deputy] [C agreed] [X to close the pier]."),
    ("promise", "[S The mayor] [C vowed] [X to rebuild the pier]."),
    ("promise", "[S She] [C assured] reporters [X that it will open in May]."),
    ("say", "[S She] [C assured] reporters [X that the lock is safe]."),
    ("promise", "[S The mayor] [C offered] [X to resign]."),
    ("warn", "[S The hermit] [C threatened] [X to burn the mill]."),
    ("warn", "[S Engineers] [C sounded the alarm about] [X the dam]."),
    ("order", "[S Orro] [C called for] [X a boycott]."),
    ("order", "[S Orro] [C called] [X for a boycott]."),
    ("order", "[S Orro] [C called] [X on the mayor to go]."),
    ("order", "[S Orro] [C asked] [X the crew to leave]."),
    ("order", "[S Orro] [C asked for] [X more time]."),
    ("order", "[S He] [C told] [X me to wait]."),
    ("order", "[S She] [C suggested] [X that the mayor should resign]."),
    ("say", "[S She] [C suggested] [X that the mayor was ill]."),
    ("ask", "[S Orro] [C asked] [X whether the crew had left]."),
    ("ask", '"[X Where is the crew?]" [S Orro] [C asked].'),
    ("ask", "[S She] [C was asked about] [X her plans to leave]."),
    ("ask", "[S She] [C wants to know] [X who gave the order]."),
    ("think", "[S Farmers] [C are worried that] [X the wells are dry]."),
    ("think", "[X He] [C is seen as] [X a likely heir]."),
    ("think", "[S Tovik] [C has no doubt that] [X it will hold]."),
    ("think", "[S Tovik] [C found] [X the idea absurd]."),
    ("expect", "[X The mayor] [C is expected] [X to announce a decision]."),
    ("expect", "[S Traders] [C are bracing for] [X a hard winter]."),
    ("want", "[S He] [C is eager] [X to speak]."),
    ("want", "[S The choir] [C plans to announce] [X its tour]."),
    ("decide", "[S The firm] [C refused] [X to pay the fine]."),
    ("decide", "[S The board] [C signed off on] [X the sale]."),
    ("decide", "[S The jury] [C found] [X him guilty]."),
    ("show", "[S Three surveys] [C suggest] [X that herring return]."),
    ("show", "[X Herring return], [C according to] [S a survey of 900 anglers]."),
    ("show", "[S Poll][C :] [X most anglers doubt the quota]"),
    ("show", "[S The photographs] [C reveal] [X a crack in the wall]."),
    ("show", "[S Researchers at Sarn] [C found] [X that salt rose]."),
]


@pytest.mark.parametrize(("act", "sentence"), ACTS)
def test_act(act: str, sentence: str) -> None:
    found = judged(sentence)
    assert found.act == act, found.why
    assert not found.negated, found.why
    assert found.sure >= 0.5


NEGATED = [
    ("say", "[S She] [C did not say] [X where it was]."),
    ("say", "[S She] did not [C say] [X where it was]."),
    ("say", "[S She] [C wouldn’t say] [X where it was]."),
    ("say", "[S She] [C declined to comment on] [X the sale]."),
    ("say", "[S She] [C declined] [X to comment]."),
    ("say", "[S She] [C declined] [X to give details of the sale]."),
    ("say", "[S The firm] [C has yet to respond to] [X the charge]."),
    ("say", "[S He] [C made no mention of] [X the fire]."),
    ("say", "[S No one] [C said] [X that it was safe]."),
    ("say", "[S He] spoke for an hour [C without mentioning] [X the fire]."),
    ("say", "[S The report] [C fails to mention] [X the fire]."),
    ("confirm", "[S The ministry] [C refused to confirm] [X the arrest]."),
    ("confirm", "[S The Mail] [C could not independently verify] [X the film]."),
    ("deny", "[S The mayor] [C did not deny] [X that he knew]."),
    ("deny", "[S The mayor] [C would not rule out] [X a second bridge]."),
    ("promise", "[S She] [C never promised] [X a refund]."),
    ("think", "[S I] [C don’t think] [X it is too late]."),
    ("echo", "[S The senator] [C refused to endorse] [X the plan]."),
]


@pytest.mark.parametrize(("act", "sentence"), NEGATED)
def test_negated(act: str, sentence: str) -> None:
    found = judged(sentence)
    assert (found.act, found.negated) == (act, True), found.why


@pytest.mark.parametrize(
    "sentence",
    [
        "[S He] [C not only said] [X that it sank] but filmed it.",
        "[S Nobody but the cook was there]. [S He] [C denied] [X that it sank].",
        "[S She] [C made no secret of] [X her dislike of the plan].",
        "[S She] [C said] [X that nobody had asked].",
        "[S She] [C never failed to mention] [X the fire].",
        "[S The firm] [C refused] [X to pay].",
    ],
)
def test_not_negated(sentence: str) -> None:
    text, whole = marked(sentence)
    own = Attribution(
        whole.id, whole.source[-1:], whole.cue, whole.content, whole.kind, whole.block, 1.0
    )
    found = judge(Extraction(Document(text_id(text), text), (own,)))[own.id]
    assert not found.negated, found.why


STANCES = [
    ("doubting", "[S He] [C claimed] [X that it was safe]."),
    ("doubting", "[S The firm] [C allegedly said] [X that it was safe]."),
    ("doubting", "[S The firm] has “[C revealed]” [X that it was safe]."),
    ("doubting", "[C Rumors that] [X the bridge was sold] spread."),
    ("endorsing", "[S He] [C admitted] [X that it was unsafe]."),
    ("endorsing", "[S She] [C pointed out] [X that it was unsafe]."),
    ("endorsing", "[S The survey] [C found] [X that herring return]."),
    ("endorsing", "[S He] [C did not realise] [X that it was unsafe]."),
    ("neutral", "[S He] [C said] [X that it was safe]."),
    ("neutral", "[S He] [C denied] [X that it was safe]."),
    ("neutral", "[S He] [C insisted] [X that it was safe]."),
    ("neutral", "[S The Mail] [C could not confirm] [X that it exists]."),
    ("neutral", "[S I] [C remember] [X the storm]."),
    ("neutral", "[S He] [C did not know] [X whether it was safe]."),
    ("neutral", "[S The jury] [C found] [X him guilty]."),
]


@pytest.mark.parametrize(("stance", "sentence"), STANCES)
def test_stance(stance: str, sentence: str) -> None:
    found = judged(sentence)
    assert found.stance == stance, found.why


@pytest.mark.parametrize(
    ("outer", "kind", "stance"),
    [
        ('[S Orro] [C said], [X "the board claimed that the pier was safe"].', Kind.DIRECT, "n"),
        (
            '[S Orro] [C said] [X twice that "the board claimed the pier was safe"].',
            Kind.MIXED,
            "n",
        ),
        ("[S Orro] [C said] [X the board claimed that the pier was safe].", Kind.INDIRECT, "d"),
    ],
)
def test_words_in_quoted_speech_are_not_the_publishers(outer: str, kind: Kind, stance: str) -> None:
    text, parent = marked(outer, kind)
    cue = Span(text.index("claimed"), text.index("claimed") + len("claimed"))
    content = Span(cue.end + 1, text.index("safe") + 4)
    inner = Attribution(
        "inner", (), (cue,), (content,), Kind.INDIRECT, BlockKind.BODY, 1.0, parent=parent.id
    )
    found = judge(Extraction(Document(text_id(text), text), (parent, inner)))["inner"]
    assert found.stance == {"n": Stance.NEUTRAL, "d": Stance.DOUBTING}[stance]


def test_a_speaker_known_to_be_a_document_shows() -> None:
    text, bare = marked("[S Its authors' latest] [C suggests] [X that salt rose].")
    entity = Entity("e1", EntityType.DOCUMENT, "Salt in Our Wells", (), bare.source)
    speaker = Speaker("e1", entity.name, entity.type)
    known = Attribution(
        bare.id, bare.source, bare.cue, bare.content, bare.kind, bare.block, 1.0, speaker=speaker
    )
    document = Document(text_id(text), text)
    assert judge(Extraction(document, (bare,)))[bare.id].act is Act.SAY
    assert judge(Extraction(document, (known,), (entity,)))[bare.id].act is Act.SHOW


def test_an_unknown_cue_is_near_a_known_one_or_say_and_never_sure() -> None:
    near = judged("[S Orro] [C counterclaimed] [X that it sank].")
    lost = judged("[S Orro] [C frobnicated] [X that it sank].")
    assert (near.act, lost.act) == (Act.SAY, Act.SAY)
    assert lost.sure < near.sure < 0.5
    assert "counterclaimed" in near.why


def test_the_reason_names_entry_and_rule() -> None:
    assert judged("[S Orro] [C lashed out at] [X the toll].").why == (
        "lexicon: 'lash out at' → criticise"
    )
    assert judged("[S She] [C never claimed] [X that].").why == (
        "lexicon: 'claim' → say; negated: 'never'; 'claim' → doubting"
    )


@given(st.text(min_size=3, max_size=60), st.data())
def test_any_text_is_judged(text: str, data: st.DataObject) -> None:
    text = "".join(c for c in text if not "\ud800" <= c <= "\udfff") + "abc"
    cuts = data.draw(
        st.lists(st.integers(0, len(text)), min_size=4, max_size=4, unique=False).map(sorted)
    )
    cue = Span(cuts[0], max(cuts[1], cuts[0] + 1))
    content = Span(cuts[2], max(cuts[3], cuts[2] + 1))
    attribution = Attribution("a", (), (cue,), (content,), Kind.MIXED, BlockKind.BODY, 0.5)
    found = judge(Extraction(Document(text_id(text), text), (attribution,)))["a"]
    assert 0.0 <= found.sure <= 1.0
    assert found.why


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        ("say", "[S Orro] [C has argued for years] [X that the pier is unsafe]."),
        ("say", "[S Orro] [C called] on Monday [X the pier unsafe]."),
        ("ask", "[C The key question is] [X whether the pier will hold]."),
        ("ask", "[S Divers] [C questioned in a letter whether] [X he was fit for the post]."),
        ("say", "[S Sources] [C familiar with the matter said] [X that it sank]."),
        ("want", "[S Mayor] [C eager to announce] [X a sale]"),
    ],
)
def test_neighbouring_words_mislead_nobody(act: str, sentence: str) -> None:
    assert judged(sentence).act == act
