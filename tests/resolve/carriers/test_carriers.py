"""Carriers: planted in invented sentences, with what an engine may yield for them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.resolve.carriers import Chains, carriers
from reportedly.resolve.known import Known
from reportedly.schema import (
    Attribution,
    Block,
    BlockKind,
    Document,
    Extraction,
    Kind,
    Span,
    Spans,
    attribution_id,
    text_id,
)

KNOWN = Known.load()
Said = tuple[str, str, str]
"""Words of source, cue and content; parts of one role are divided by a bar."""


def spans(text: str, words: str) -> Spans:
    """Where the parts of a role stand first."""
    found = []
    for part in filter(None, words.split("|")):
        assert part in text, part
        found.append(Span(text.index(part), text.index(part) + len(part)))
    return tuple(sorted(found))


def attribution(text: str, said: Said, leans: str | None = None) -> Attribution:
    source, cue, content = (spans(text, words) for words in said)
    identity = attribution_id(source, cue, content)
    kind, block = Kind.INDIRECT, BlockKind.BODY
    return Attribution(identity, source, cue, content, kind, block, 1.0, source_from=leans)


def read(text: str, *said: Said, publisher: str | None = None) -> tuple[Chains, list[Attribution]]:
    blocks = (Block(BlockKind.BODY, Span(0, len(text))),)
    document = Document(text_id(text), text, blocks, publisher=publisher)
    found = [attribution(text, one) for one in said]
    return carriers(Extraction(document, tuple(found)), KNOWN), found


def chain(text: str, *said: Said, publisher: str | None = None) -> list[tuple[str, str | None]]:
    """Names and descriptors of the first attribution's own carriers."""
    chains, found = read(text, *said, publisher=publisher)
    return [
        (c.span.read(text), c.descriptor.read(text) if c.descriptor else None)
        for c in chains.own.get(found[0].id, ())
    ]


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (
            "Ilse Orro told Reuters that the pier was sinking.",
            ("Ilse Orro", "told", "that the pier was sinking"),
            [("Reuters", None)],
        ),
        (
            "“We saw no lights,” the pilot said, according to the Coast Mail.",
            ("the pilot", "said", "“We saw no lights,”"),
            [("Coast Mail", None)],
        ),
        (
            "“We saw no lights,” the semi-official Telmar news agency quoted Orro as saying.",
            ("Orro", "quoted|as saying", "“We saw no lights,”"),
            [("Telmar news agency", "semi-official")],
        ),
        (
            "“We saw no lights,” the semi-official Telmar News Agency quoted Orro as saying.",
            ("Orro", "quoted|as saying", "“We saw no lights,”"),
            [("Telmar News Agency", "semi-official")],
        ),
        (
            "Orro said on Monday that the pier was sinking, according to the Telmar News Agency.",
            ("Orro", "said", "that the pier was sinking"),
            [("Telmar News Agency", None)],
        ),
        (
            "The Coast Mail quoted the pilot as saying that he saw no lights.",
            ("the pilot", "quoted|as saying", "that he saw no lights"),
            [("Coast Mail", None)],
        ),
        (
            "“No,” Orro said in an interview with state-owned Arabic radio station Al-Velm, "
            "according to the official Onradan PressTV.",
            ("Orro", "said", "“No,”"),
            [
                ("PressTV", "official Onradan"),
                ("Al-Velm", "state-owned Arabic radio station"),
            ],
        ),
        (
            "Orro said on Fox News on Monday that the pier was sinking.",
            ("Orro", "said", "that the pier was sinking"),
            [("Fox News", None)],
        ),
        (
            "The Onrada Herald reported that the pilot said he saw no lights.",
            ("the pilot", "said", "he saw no lights"),
            [("Onrada Herald", None)],
        ),
        (
            "As first reported by Lissom Light, the mayor admitted that he had lied.",
            ("the mayor", "admitted", "that he had lied"),
            [("Lissom Light", None)],
        ),
        (
            "The mayor denied the charge, Onradan media say.",
            ("The mayor", "denied", "the charge"),
            [("Onradan media", None)],
        ),
        (
            "“It sank,” the mayor was quoted as saying by Radio Velmar.",
            ("the mayor", "was quoted as saying", "“It sank,”"),
            [("Radio Velmar", None)],
        ),
        (
            "In comments carried by the Telmar news agency, the mayor said that it sank.",
            ("the mayor", "said", "that it sank"),
            [("Telmar news agency", None)],
        ),
        (
            "In Saturday's Coast Mail, Orro wrote that it sank.",
            ("Orro", "wrote", "that it sank"),
            [("Coast Mail", None)],
        ),
        (
            "“It sank,” Orro told Ada Finn of Radio Velmar.",
            ("Orro", "told", "“It sank,”"),
            [("Radio Velmar", None)],
        ),
        (
            "“It sank,” Orro told CNN’s Ada Finn.",
            ("Orro", "told", "“It sank,”"),
            [("CNN", None)],
        ),
        (
            "Orro told the BBC and The Guardian that it sank.",
            ("Orro", "told", "that it sank"),
            [("BBC", None), ("Guardian", None)],
        ),
        (
            "Three divers who spoke to the Coast Mail said that it sank.",
            ("Three divers who spoke to the Coast Mail", "said", "that it sank"),
            [("Coast Mail", None)],
        ),
        (
            "Orro said that it sank, the Coast Mail reported, citing the broadcaster IRIB.",
            ("Orro", "said", "that it sank"),
            [("Coast Mail", None), ("IRIB", "broadcaster")],
        ),
        (
            "Orro told Telmar, a private news agency, that it sank.",
            ("Orro", "told", "that it sank"),
            [("Telmar", "private news agency")],
        ),
        (
            "Orro told a local newspaper that it sank.",
            ("Orro", "told", "that it sank"),
            [("local newspaper", None)],
        ),
    ],
)
def test_carriers_are_found_in_order(
    text: str, said: Said, expected: list[tuple[str, str | None]]
) -> None:
    assert chain(text, said) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Orro told reporters that it sank.", ("Orro", "told", "that it sank")),
        ("Orro told Congress that it sank.", ("Orro", "told", "that it sank")),
        ("Orro said on Twitter that it sank.", ("Orro", "said", "that it sank")),
        ("Orro said in a statement that it sank.", ("Orro", "said", "that it sank")),
        ("Orro said on social media that it sank.", ("Orro", "said", "that it sank")),
        ("The Coast Mail reported that it sank.", ("The Coast Mail", "reported", "that it sank")),
        ("It sank, according to a CNN poll.", ("a CNN poll", "according to", "It sank")),
        ("Orro said Ada told Reuters it sank.", ("Orro", "said", "Ada told Reuters it sank")),
        ("Orro told CNN executives that it sank.", ("Orro", "told", "that it sank")),
        ("Orro said it sank. Reuters was there.", ("Orro", "said", "it sank")),
        ("Reuters contributed to this report. Orro said it sank.", ("Orro", "said", "it sank")),
        ("Orro told the Ministry of Fish that it sank.", ("Orro", "told", "that it sank")),
        ("Ada wrote of a tax on Radio Velmar.", ("Ada", "wrote of", "a tax on Radio Velmar")),
        (
            "Orro refused to discuss the essay, which appeared in the Coast Mail.",
            ("Orro", "refused to discuss", "the essay"),
        ),
    ],
)  # fmt: skip
def test_what_is_no_carrier(text: str, said: Said) -> None:
    assert chain(text, said) == []


def test_the_publisher_carries_nothing() -> None:
    said = ("Orro", "told", "that it sank")
    text = "Orro told the Huffington Post that it sank."
    assert chain(text, said) == [("Huffington Post", None)]
    assert chain(text, said, publisher="HuffPost") == []


def test_what_was_told_inside_a_content_is_the_inner_speakers() -> None:
    text = "Orro said that Ada Finn told Reuters it sank."
    outer = ("Orro", "said", "that Ada Finn told Reuters it sank")
    chains, found = read(text, outer, ("Ada Finn", "told", "it sank"))
    assert found[0].id not in chains.own
    assert [c.span.read(text) for c in chains.own[found[1].id]] == ["Reuters"]


def test_a_paper_named_once_is_known_by_its_last_word() -> None:
    text = "The Onrada Herald was there. Orro told the Herald that it sank."
    assert chain(text, ("Orro", "told", "that it sank")) == [("Herald", None)]


def test_an_appearance_carries_the_words_that_follow() -> None:
    text = "Ilse Orro appeared on Radio Velmar on Monday. “It sank,” she said."
    assert chain(text, ("she", "said", "“It sank,”")) == [("Radio Velmar", None)]
    text = "Ilse Orro appeared on Radio Velmar on Monday. “It sank,” Ada Finn said."
    assert chain(text, ("Ada Finn", "said", "“It sank,”")) == []


def test_a_carriers_own_act_is_dissolved() -> None:
    text = "The Coast Mail reported that the pilot said he saw no lights."
    outer = ("The Coast Mail", "reported", "that the pilot said he saw no lights")
    chains, (act, stays) = read(text, outer, ("the pilot", "said", "he saw no lights"))
    assert chains.dissolved == {act.id: stays.id}
    assert [c.span.read(text) for c in chains.own[stays.id]] == ["Coast Mail"]
    assert act.id not in chains.own


def test_what_a_medium_says_itself_stays() -> None:
    text = (
        "The pier, a thing of beauty for a hundred years, sank and Orro said no, the Mail reported."
    )
    outer = (
        "the Mail",
        "reported",
        "The pier, a thing of beauty for a hundred years, sank and Orro said no",
    )
    chains, _ = read(text, outer, ("Orro", "said", "no"))
    assert not chains.dissolved
    assert not chains.recast


def test_a_carrier_as_source_is_read_as_its_speaker() -> None:
    text = "“We saw no lights,” Orro said in an interview with Radio Velmar, according to Press TV."
    content = "“We saw no lights,” Orro said in an interview with Radio Velmar"
    chains, (act,) = read(text, ("Press TV", "according to", content))
    anew = chains.recast[act.id]
    assert [s.read(text) for s in (*anew.source, *anew.cue, *anew.content)] == [
        "Orro",
        "said",
        "“We saw no lights,”",
    ]
    assert [c.span.read(text) for c in chains.own[act.id]] == ["Press TV", "Radio Velmar"]


def test_whom_it_was_told_is_no_part_of_what_a_recast_says() -> None:
    text = "Telmar reported that Orro told the harbour board that it sank."
    chains, (act,) = read(
        text, ("Telmar", "reported", "that Orro told the harbour board that it sank")
    )
    assert not chains.recast  # nothing says that Telmar is a medium
    text = text.replace("Telmar", "Reuters")
    chains, (act,) = read(
        text, ("Reuters", "reported", "that Orro told the harbour board that it sank")
    )
    assert [s.read(text) for s in chains.recast[act.id].content] == ["that it sank"]


@pytest.mark.parametrize("said", ["that it sank when hit", "When asked about it, all fell silent"])
def test_a_content_that_names_no_speaker_is_the_mediums_own(said: str) -> None:
    text = f"Reuters reported: {said}."
    chains, _ = read(text, ("Reuters", "reported", said))
    assert not chains.recast


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ONRADA (Reuters) — The pier sank.\n\nNobody was hurt.", ["Reuters"]),
        ("By Associated Press\n\nThe pier sank.", ["Associated Press"]),
        ("The pier sank.\n\nNobody was hurt. (AFP)", ["AFP"]),
        ("The pier sank.\n\nThis article originally appeared on Lissom News.", ["Lissom News"]),
        ("The pier sank.\n\nSource: Radio Velmar", ["Radio Velmar"]),
        ("The pier sank.\n\nReuters contributed to this report.", []),
        ("The pier sank.\n\n(Photo by Ada Finn)", []),
        ("ONRADA (Telmar) — The pier sank.\n\n“It is gone,” Orro told Telmar.", ["Telmar"]),
        ("ONRADA (Velmar) — The pier sank.\n\nIt was built in Velmar.", []),
        ("By Ilse Orro\n\nThe pier sank.", []),
    ],
)
def test_carriers_of_a_whole_document(text: str, names: list[str]) -> None:
    chains, _ = read(text)
    assert [c.span.read(text) for c in chains.document] == names


words = st.sampled_from(
    "Orro told Reuters said , according to the Herald “ ” . \n\n reported citing by in an interview"
    " with CNN’s ( ) By that quoted as saying on Radio Velmar & 's".split(" ")
)


@given(st.lists(words, max_size=30), st.data())
def test_any_text_and_any_spans_are_read(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    edges = st.integers(0, max(0, len(text)))
    found = []
    for _ in range(3 if len(text) > 6 else 0):
        cuts = sorted(data.draw(st.lists(edges, min_size=4, max_size=4, unique=True)))
        a, b, c = (Span(low, high) for low, high in pairwise(cuts))
        kind, body = Kind.INDIRECT, BlockKind.BODY
        identity = attribution_id((a,), (b,), (c,))
        found.append(Attribution(identity, (a,), (b,), (c,), kind, body, 0.5))
    document = Document(text_id(text), text)
    chains = carriers(Extraction(document, tuple(dict.fromkeys(found))), KNOWN)
    every = [c for cs in chains.own.values() for c in cs] + list(chains.document)
    assert all(c.span.end <= len(text) and c.span.read(text).strip() for c in every)
    assert set(chains.dissolved) | set(chains.recast) | set(chains.own) <= {a.id for a in found}


# --- more ways in which media are named


@pytest.mark.parametrize(
    ("text", "said", "medium"),
    [
        (
            "Orro told the Telmar agency that the pier sank.",
            ("Orro", "told", "that the pier sank"),
            "Telmar",
        ),
        (
            "During an appearance on the Zephine Network, Orro said the pier sank.",
            ("Orro", "said", "the pier sank"),
            "Zephine Network",
        ),
        (
            "Orro spoke to the Zephine Times about the pier. “It sank,” she said.",
            ("she", "said", "“It sank,”"),
            "Zephine Times",
        ),
    ],
)
def test_media_that_no_list_knows(text: str, said: Said, medium: str) -> None:
    assert chain(text, said) == [(medium, None)]


def test_an_agency_of_a_state_is_no_medium() -> None:
    text = "Orro told the Velmaran agency that the pier sank."
    assert not chain(text, ("Orro", "told", "that the pier sank"))


def test_who_spoke_to_a_medium_hands_it_on_where_that_itself_was_attributed() -> None:
    text = "Orro spoke to the Zephine Times about the pier. “It sank,” she said."
    told = ("Orro", "spoke to", "the Zephine Times about the pier")
    chains, found = read(text, told, ("she", "said", "“It sank,”"))
    assert all(chains.own[a.id] for a in found[:1])


INTERVIEW = (
    "Orro sat for an interview with Zephine magazine. Rain fell on Monday. "
    "Orro said in the interview that the pier sank."
)


def test_the_interview_is_the_one_named_before() -> None:
    said = ("Orro", "said", "that the pier sank")
    at = INTERVIEW.rindex("Orro")
    (one,) = (
        Attribution(
            "1",
            (Span(at, at + 4),),
            spans(INTERVIEW, said[1]),
            spans(INTERVIEW, said[2]),
            Kind.INDIRECT,
            BlockKind.BODY,
            1.0,
        ),
    )
    document = Document(text_id(INTERVIEW), INTERVIEW, (Block(BlockKind.BODY, Span(0, 9)),))
    found = carriers(Extraction(document, (one,)), KNOWN).own["1"]
    assert [(c.span.read(INTERVIEW), c.why) for c in found] == [
        ("Zephine magazine", "the same interview")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ilse Orro was quoted by Telmar news agency as saying that the pier sank.",
            ("Telmar news agency", "was quoted|as saying", "that the pier sank"),
        ),
        (
            "“The pier sank,” the Telmar news agency cited Ilse Orro as saying.",
            ("the Telmar news agency", "cited|as saying", "“The pier sank,”"),
        ),
        (
            "The pier sank in May, Ilse Orro said, according to a report by the Telmar agency.",
            (
                "a report by the Telmar agency",
                "according to",
                "The pier sank in May, Ilse Orro said",
            ),
        ),
    ],
)
def test_who_is_quoted_speaks_and_who_quotes_carries(text: str, said: Said) -> None:
    chains, _ = read(text, said)
    (anew,) = chains.recast.values()
    assert [s.read(text) for s in anew.source] == ["Ilse Orro"]
    assert chain(text, said)[0][0].startswith("Telmar")


def test_whom_a_medium_cites_said_it() -> None:
    text = "The Onrada Herald, citing two officials in the harbour, reported that the pier sank."
    citing = ("The Onrada Herald", "citing", "two officials in the harbour")
    act = ("The Onrada Herald", "reported", "that the pier sank")
    chains, found = read(text, citing, act)
    assert [s.read(text) for s in chains.recast[found[1].id].source] == [citing[2]]
    assert chains.dissolved == {found[0].id: found[1].id}
    assert [c.span.read(text) for c in chains.own[found[1].id]] == ["Onrada Herald"]


def test_what_is_cited_and_no_person_says_nothing() -> None:
    text = "The Onrada Herald, citing the cost of timber, reported that the pier was sold."
    citing = ("The Onrada Herald", "citing", "the cost of timber")
    chains, _ = read(text, citing, ("The Onrada Herald", "reported", "that the pier was sold"))
    assert not chains.recast
    assert not chains.dissolved


def test_what_a_medium_cites_somebody_as_saying_came_through_it() -> None:
    text = "The pier sinks, the Onrada Herald reported, citing a man who said the wood was rotten."
    act = ("the Onrada Herald", "reported", "The pier sinks")
    inner = ("who", "said", "the wood was rotten")
    leader = attribution(text, act)
    citing = attribution(text, ("", "citing", "a man who said the wood was rotten"), leader.id)
    one = attribution(text, inner)
    document = Document(text_id(text), text, (Block(BlockKind.BODY, Span(0, len(text))),))
    chains = carriers(Extraction(document, (leader, citing, one)), KNOWN)
    assert [c.span.read(text) for c in chains.own[one.id]] == ["Onrada Herald"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("During a Zephine TV town hall, Orro asked the mayor. The mayor said no.", 1),
        ("In an interview with Zephine TV, Orro asked the mayor. The mayor said no.", 0),
        ("“During a Zephine TV town hall, Orro asked the mayor of Lissom,” he said. Rain fell.", 0),
    ],
)
def test_an_occasion_of_several_is_a_setting(text: str, count: int) -> None:
    chains, _ = read(text)
    assert [s.carrier.span.read(text) for s in chains.settings] == ["Zephine TV"] * count


@pytest.mark.parametrize(
    ("text", "said", "names"),
    [
        (
            "The pier sank, Orro said, KVLM Lissom reported.",
            ("Orro", "said", "The pier sank"),
            ["KVLM"],
        ),
        (
            "“It sank,” Orro remarked to the Lissom Herald.",
            ("Orro", "remarked", "“It sank,”"),
            ["Lissom Herald"],
        ),
        (
            "Orro told a local TV station it sank.",
            ("Orro", "told", "it sank"),
            ["local TV station"],
        ),
        (
            "Orro told the local TV station it sank.",
            ("Orro", "told", "it sank"),
            [],
        ),
        (
            "The pier sank, Orro said, Velmar's privately owned Lissom Herald newspaper reports.",
            ("Orro", "said", "The pier sank"),
            ["Lissom Herald newspaper"],
        ),
        (
            "Orro went after Fenn during a Zephine TV panel.",
            ("Orro", "went after", "Fenn"),
            ["Zephine TV"],
        ),
        (
            "Orro mocked footage of Fenn talking on Zephine TV.",
            ("Orro", "mocked", "footage of Fenn"),
            [],
        ),
        ("Orro mocked it on Zephine TV.", ("Orro", "mocked", "it"), ["Zephine TV"]),
    ],
)
def test_media_named_with_town_kind_or_panel(text: str, said: Said, names: list[str]) -> None:
    assert [name for name, _ in chain(text, said)] == names


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("In an appearance on Zephine TV, co-host Ilse Orro asked Fenn why. He left.", 1),
        ("In an appearance on Zephine TV, Ilse Orro asked Fenn why. He left.", 0),
    ],
)
def test_a_host_who_asks_makes_a_joint_occasion(text: str, count: int) -> None:
    chains, _ = read(text, ("Orro", "asked", "why"))
    assert len(chains.settings) == count


def test_media_that_are_sources_are_told_as_such() -> None:
    text = "The Lissom Herald reported that it sank."
    chains, _ = read(text, ("The Lissom Herald", "reported", "that it sank"))
    assert [span.read(text) for span in chains.media] == ["Lissom Herald"]
