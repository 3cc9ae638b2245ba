"""Marks by speakers and carriers, one kind of words at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from paper import Paper, paper, said
from strategies import TEXT

from reportedly.schema import (
    Act,
    Attribution,
    BlockKind,
    Document,
    EntityType,
    Extraction,
    Kind,
    Span,
    text_id,
)
from reportedly.weigh.evidence import evidence
from reportedly.weigh.links import links
from reportedly.weigh.notes import notes

GROUP = EntityType.GROUP
BODY = EntityType.ORGANISATION
SANK = "the boat sank in the fog"


def marks(found: Paper) -> list[tuple[str, str, str, str]]:
    x = found.extraction
    return sorted(
        (found.keys[i], m.noun.status, found.read(m.noun.span), m.noun.by)
        for i, ms in evidence(x, notes(x)).items()
        for m in ms
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("the board possesses documents on the dam", "possesses documents"),
        ("the league has clear evidence of bribes", "has clear evidence"),
        ("there is overwhelming evidence of fraud", "there is overwhelming evidence"),
        ("the evidence points to arson", "evidence points to"),
        ("he would hand over papers and files proving it", "files proving"),
        ("they could prove it", "could prove it"),
        (
            "the evidence gathered by the watch seems to contradict her oath",
            "evidence gathered by the watch seems to contradict",
        ),
        ("the physical evidence is overwhelmingly clear", "evidence is overwhelmingly clear"),
    ],
)
def test_claimed(content: str, words: str) -> None:
    found = paper(f"Tarn Ovid said {content}.", said("a", "Tarn Ovid", "said", content))
    assert marks(found) == [("a", "claimed", words, "speaker")]


@pytest.mark.parametrize(
    "content",
    [
        "there is no evidence of fraud",
        "he did not have any evidence of it",
        "if we have evidence, we will act",
        "the clinic keeps records of every birth",
    ],
)
def test_no_proof_is_no_mark(content: str) -> None:
    assert not marks(paper(f"Tarn Ovid said {content}.", said("a", "Tarn Ovid", "said", content)))


@pytest.mark.parametrize("act", [Act.WANT, Act.PROMISE, Act.ORDER, Act.ASK, Act.DECIDE])
def test_a_plan_rests_on_no_evidence(act: Act) -> None:
    text = "Tarn Ovid said he has proof."
    assert not marks(paper(text, said("a", "Tarn Ovid", "said", "he has proof", act)))


def test_what_documents_contain() -> None:
    text = 'The letters "contained precise information on the berths", the official stressed.'
    content = 'The letters "contained precise information on the berths"'
    found = paper(text, said("a", "the official", "stressed", content))
    assert [m[:2] for m in marks(found)] == [("a", "described")]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            "the watch had taken samples of the paint",
            "taken samples of the paint",
        ),
        ("the landing was filmed by two divers", "was filmed by two divers"),
        ("it was caught on camera", "caught on camera"),
        (
            "the plan is laid out in letters to the king",
            "is laid out in letters to the king",
        ),
        (
            "the fact that nobody saw a flash means it was no bolt",
            "the fact that nobody saw a flash means",
        ),
        ("we have looked carefully into the vault", "we have looked carefully into the vault"),
        ("paint tests showed that the mast was new", "tests showed"),
        (
            "a leak is unlikely because of the thick hull",
            "because of the thick hull",
        ),
        (
            "he was sad because inspectors had found the mast rotten",
            "because inspectors had found",
        ),
        ("they checked the log for two days", "they checked the log for two days"),
        ("she had carefully examined the log", "carefully examined the log"),
        ("the guild ran its own tests on the rope", "ran its own tests on the rope"),
    ],
)
def test_described_in_the_content(content: str, words: str) -> None:
    found = paper(f"Tarn Ovid said {content}.", said("a", "Tarn Ovid", "said", content))
    assert marks(found) == [("a", "described", words, "speaker")]


@pytest.mark.parametrize(
    "content",
    [
        "he looked forward to the feast",
        "two men were captured on Monday",
        "she tested positive for rust",
        "he was late because of the rain",
        "she took part with joy",
    ],
)
def test_what_is_told_alone_is_no_evidence(content: str) -> None:
    assert not marks(paper(f"Tarn Ovid said {content}.", said("a", "Tarn Ovid", "said", content)))


@pytest.mark.parametrize(
    ("before", "behind", "status", "words"),
    [
        (
            "The yard, which bases its findings on divers, said",
            "",
            "described",
            "bases its findings on divers",
        ),
        ("It rained. Based on letters from sailors, the yard said", "", "described", None),
        ("The yard obtained a copy of the ledger and said", "", "shown", "obtained a copy of"),
        ("The yard said", ", as seen in a video.", "shown", "seen in a video"),
        (
            "The yard offered proof, including photographs, and said",
            "",
            "described",
            "offered proof, including photographs",
        ),
    ],
)
def test_offered_beside_the_content(
    before: str, behind: str, status: str, words: str | None
) -> None:
    told = said("a", "the yard" if "the yard" in before else "The yard", "said", SANK, type=BODY)
    found = marks(paper(f"{before} {SANK}{behind or '.'}", told))
    assert [m[:2] for m in found] == [("a", status)]
    assert words is None or found[0][2] == words


def test_who_has_looked_into_it() -> None:
    source = "a diver who compared the photos with the wreck"
    found = paper(f"It sank, {source} said.", said("a", source, "said", "It sank"))
    words = "who compared the photos with the wreck"
    assert marks(found) == [("a", "described", words, "speaker")]
    at_school = "a diver who studied at Lissom"
    assert not marks(paper(f"It sank, {at_school} said.", said("a", at_school, "said", "It sank")))


def test_what_is_had_by_citing_rests_on_nothing() -> None:
    text = "The yard said it would win by citing letters from sailors."
    assert not marks(paper(text, said("a", "The yard", "said", "it would win", type=BODY)))


def test_a_citation_taken_for_a_cue_is_a_ground_of_what_it_leans_on() -> None:
    text = "The yard said the mast was rotten, citing a case in which rope had failed."
    found = paper(
        text,
        said("a", "The yard", "said", "the mast was rotten", type=BODY),
        said("b", "", "citing", "a case in which rope had failed", leans="a"),
    )
    assert [m[:2] for m in marks(found)] == [("a", "described")]


@pytest.mark.parametrize(
    "clause",
    [
        "after reading the harbour files",
        "citing court documents",
        "based on interviews with forty sailors",
        "having spoken to the crew",
        "citing a rule of the harbour",
        "following an inspection of the hull",
    ],
)
def test_described_beside_the_content(clause: str) -> None:
    text = f"Ena Brask said {clause} that nobody had steered."
    found = paper(text, said("a", "Ena Brask", "said", "that nobody had steered"))
    assert marks(found) == [("a", "described", clause, "speaker")]


def test_shown_by_who_said_it_and_by_nobody_else() -> None:
    told = said("a", "Ena Brask", "said", "the mast was rotten")
    own = paper("Ena Brask released photographs and said the mast was rotten.", told)
    other = paper("Ena Brask said the mast was rotten, and Ulf Mard released a video.", told)
    assert marks(own) == [("a", "shown", "released photographs", "speaker")]
    assert not marks(other)


@pytest.mark.parametrize(("what", "status"), [("evidence", "claimed"), ("footage", "shown")])
def test_brought_by_the_cue_itself(what: str, status: str) -> None:
    text = f"General presents {what} of secret landings"
    found = paper(text, said("a", "General", "presents", f"{what} of secret landings"))
    assert marks(found) == [("a", status, f"presents {what}", "speaker")]


def test_who_tells_of_what_others_show_shows_nothing() -> None:
    content = "the mate had posted photographs of the mast"
    his = "we posted photographs of the mast"
    assert not marks(paper(f"Ena Brask said {content}.", said("a", "Ena Brask", "said", content)))
    found = paper(f"Ena Brask said {his}.", said("a", "Ena Brask", "said", his))
    assert [m[:2] for m in marks(found)] == [("a", "shown")]


def test_somebody_cited_is_no_record() -> None:
    text = "Ena Brask said the mast was rotten, citing Ulf Mard of the yard."
    told = said("a", "Ena Brask", "said", "the mast was rotten")
    other = said("b", "Ulf Mard", "of", "the yard")
    assert not marks(paper(text, told, other))


def test_a_carrier_saw_it() -> None:
    text = "The guards left at noon, the warden wrote in a letter obtained by Radio Telmar."
    told = said("a", "the warden", "wrote", "The guards left at noon", carrier="Radio Telmar")
    found = paper(text, told, publisher="Coast Mail")
    assert marks(found) == [("a", "shown", "letter obtained by Radio Telmar", "carrier")]


def test_a_carrier_could_not_check_it() -> None:
    text = "The rebels said the fort had fallen. Telmar said it could not verify the claim."
    found = paper(
        text,
        said("a", "The rebels", "said", "the fort had fallen", type=GROUP, carrier="Telmar"),
        said("b", "Telmar", "said", "it could not verify the claim", type=BODY),
    )
    assert [(key, status, by) for key, status, _, by in marks(found)] == [
        ("a", "unverified", "carrier")
    ]


@pytest.mark.parametrize(
    "content",
    [
        '"I saw two men climb the fence,"',
        '"I was there when it fell,"',
        '"We heard three shots,"',
        '"I heard footsteps,"',
        '"We\'ve seen something big,"',
        '"She grabbed my arm and ran,"',
        '"He called me that night,"',
        '"I was putting the kids to bed when the windows shook,"',
        '"We walked into the lobby and people were running,"',
        '"He put his hand on my knee,"',
        '"I was at that party. Nothing happened,"',
        '"They dragged us out of the truck,"',
        '"I remember my father coming home that night,"',
        '"I handed him the envelope myself,"',
        '"I lost my house and everything in it,"',
        "he looked out of his window and saw two men",
    ],
)
def test_a_named_witness(content: str) -> None:
    found = paper(f"{content} Mira Dost said.", said("a", "Mira Dost", "said", content))
    assert ("a", "named witness", "speaker") in [(k, s, by) for k, s, _, by in marks(found)]


def test_a_witness_without_a_name_is_none() -> None:
    text = '"I saw two men climb the fence," a neighbour said.'
    told = said("a", "a neighbour", "said", '"I saw two men climb the fence,"', anonymous=True)
    assert not marks(paper(text, told))


@pytest.mark.parametrize(
    "content",
    [
        '"I saw a poll on that,"',
        '"I heard that he had left,"',
        '"I was glad,"',
        '"I see why,"',
        '"What they gave me is true,"',
        '"I went to Harrow last year and loved it,"',
        '"I have worked in this town for thirty years,"',
        '"I was in favour of the bridge,"',
        '"I ran for mayor and I won,"',
        '"We held the vote and lost,"',
        "a judge had threatened her",
        '"I would believe him if I saw them burn,"',
        "that he neither saw nor received files",
    ],
)
def test_hearsay_is_no_witness(content: str) -> None:
    assert not marks(paper(f"{content} Mira Dost said.", said("a", "Mira Dost", "said", content)))


def test_withheld_by_who_spoke() -> None:
    text = "The firm said two cells had failed, but declined to give figures."
    found = paper(text, said("a", "The firm", "said", "two cells had failed", type=BODY))
    assert marks(found) == [("a", "withheld", "declined to give figures", "speaker")]


def test_withheld_by_another_is_no_mark() -> None:
    text = "The firm said two cells had failed. Ulf Mard declined to give figures."
    assert not marks(paper(text, said("a", "The firm", "said", "two cells had failed", type=BODY)))


@given(TEXT, TEXT)
def test_any_text_is_accepted(one: str, other: str) -> None:
    text = f"{one} said there is no evidence. {other} could not be verified, echoing the claims"
    document = Document(text_id(text), text)
    cue, content = Span(len(one), len(one) + 5), Span(len(one) + 6, len(one) + 10)
    a = Attribution("a0", (), (cue,), (content,), Kind.INDIRECT, BlockKind.BODY, 1.0)
    b = replace(a, id="a1", cue=(Span(len(text) - 20, len(text) - 15),), source_from="a0")
    x = Extraction(document, (a, b))
    noted = notes(x)
    spans = [n.noun.span for n in noted] + [one.noun.span for one in links(x)]
    spans += [m.noun.span for ms in evidence(x, noted).values() for m in ms]
    assert all(span.end <= len(text) for span in spans)
