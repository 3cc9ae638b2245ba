"""Twenty invented paragraphs of very different subjects, and what is to be found in each.

Each says all that there is: what is found beyond it fails as well. Nothing here is news.
"""

from __future__ import annotations

from dataclasses import dataclass

from paper import Paper, paper, said

from reportedly.schema import Act, EntityType

Found = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A paragraph with its attributions.

    Args:
        paper: the extraction.
        notes: kind, status or "", words, keys of what it is about with spaces between.
        marks: key, status, words, by whom (the publisher's follow from the notes).
        links: kind, key from, key to.
    """

    paper: Paper
    notes: tuple[Found, ...] = ()
    marks: tuple[Found, ...] = ()
    links: tuple[Found, ...] = ()


BODY = EntityType.ORGANISATION
GROUP = EntityType.GROUP

CASES: dict[str, Case] = {
    "fisheries": Case(
        paper(
            "Onrada's fishery board accused trawlers from Velmar of emptying the strait at night, "
            "saying it holds radar records that prove the raids. No proof, though, has so far been"
            " released.\n\nVelmar's envoy Tiv Marl denied the accusation on Tuesday.",
            said(
                "a",
                "Onrada's fishery board",
                "accused",
                "trawlers from Velmar of emptying the strait at night",
                Act.ACCUSE,
                type=BODY,
            ),
            said("b", "", "saying", "it holds radar records that prove the raids", leans="a"),
            said("c", "Tiv Marl", "denied", "the accusation", Act.DENY),
        ),
        notes=(("evidence", "none offered", "No proof, though, has so far been released", "a b"),),
        marks=(("b", "claimed", "holds radar records that prove", "speaker"),),
        links=(("denies", "c", "a"),),
    ),
    "hospital": Case(
        paper(
            "Nurse Adda Ruhl said that the ward had run out of oxygen twice. The hospital did not"
            " respond to a request for comment.",
            said("a", "Nurse Adda Ruhl", "said", "that the ward had run out of oxygen twice"),
        ),
        notes=(
            (
                "response",
                "none offered",
                "The hospital did not respond to a request for comment",
                "",
            ),
        ),
    ),
    "bank": Case(
        paper(
            "Two former clerks said Merrow Bank had back-dated the loans. Merrow Bank declined to"
            " comment.",
            said(
                "a", "Two former clerks", "said", "Merrow Bank had back-dated the loans", type=GROUP
            ),
        ),
        notes=(("response", "none offered", "Merrow Bank declined to comment", "a"),),
    ),
    "volcano": Case(
        paper(
            "The geologist Wen Aldo warned, citing satellite images of the crater, that the dome"
            " could give way within days.",
            said(
                "a",
                "The geologist Wen Aldo",
                "warned",
                "that the dome could give way within days",
                Act.WARN,
            ),
        ),
        marks=(("a", "described", "citing satellite images of the crater", "speaker"),),
    ),
    "ferry": Case(
        paper(
            '"I saw the bow go under," said Ilse Orro, a cook on the ferry. An officer who asked'
            " not to be named said the doors had been left open. The claim could not be"
            " independently verified.",
            said("a", "Ilse Orro", "said", '"I saw the bow go under,"'),
            said("b", "An officer", "said the", "doors had been left open", anonymous=True),
        ),
        notes=(("evidence", "unverified", "The claim could not be independently verified", "b"),),
    ),
    "election": Case(
        paper(
            "Candidate Ruun Taska claimed, without offering any evidence, that ballots from the"
            " north had been burnt.",
            said(
                "a", "Candidate Ruun Taska", "claimed", "that ballots from the north had been burnt"
            ),
        ),
        notes=(("evidence", "none offered", "without offering any evidence", "a"),),
    ),
    "football": Case(
        paper(
            'Coach Bo Lind said the goal was offside. Captain Eri Moss agreed with Lind: "A metre'
            ' off."',
            said("a", "Coach Bo Lind", "said", "the goal was offside"),
            said("b", "Captain Eri Moss", "agreed", '"A metre off."', Act.ECHO),
        ),
        links=(("echoes", "b", "a"),),
    ),
    "museum": Case(
        paper(
            "The dealer Oto Fenn falsely claimed that the urn came from a family attic.",
            said(
                "a",
                "The dealer Oto Fenn",
                "falsely claimed",
                "that the urn came from a family attic",
            ),
        ),
        notes=(("evidence", "disputed", "falsely", "a"),),
    ),
    "space": Case(
        paper(
            "The agency said the probe had lost a wheel. It released photographs of the damage but"
            " would not say how many motors were still running.",
            said("a", "The agency", "said", "the probe had lost a wheel", type=BODY),
        ),
        marks=(("a", "withheld", "would not say how many motors were still running", "speaker"),),
    ),
    "mine": Case(
        paper(
            "The union said the shaft had flooded in May, according to letters seen by the Coast"
            " Mail. The owner, Korrel Iron, has yet to reply to questions.",
            said("a", "The union", "said", "the shaft had flooded in May", type=BODY),
            publisher="Coast Mail",
        ),
        notes=(
            ("evidence", "shown", "letters seen by the Coast Mail", "a"),
            (
                "response",
                "none offered",
                "The owner, Korrel Iron, has yet to reply to questions",
                "",
            ),
        ),
    ),
    "weather": Case(
        paper(
            "Unconfirmed reports say that the bridge at Lissom is gone. Police later confirmed the"
            " reports.",
            said(
                "a", "Unconfirmed reports", "say", "that the bridge at Lissom is gone", type=GROUP
            ),
            said("b", "Police", "confirmed", "the reports", Act.CONFIRM, type=BODY),
        ),
        notes=(("evidence", "unverified", "Unconfirmed", "a"),),
        links=(),
    ),
    "vaccine": Case(
        paper(
            "A blog wrote that the vaccine turns teeth blue. That is false, and the photographs on"
            " it were taken in a dye works.",
            said("a", "A blog", "wrote", "that the vaccine turns teeth blue", type=BODY),
        ),
        notes=(("evidence", "disputed", "That is false", "a"),),
    ),
    "taxes": Case(
        paper(
            "Senator Pell Amory accused the mayor of living outside the city, though land records"
            " show him at the same address since 1998.",
            said(
                "a",
                "Senator Pell Amory",
                "accused",
                "the mayor of living outside the city",
                Act.ACCUSE,
            ),
        ),
        notes=(
            (
                "evidence",
                "disputed",
                "though land records show him at the same address since 1998",
                "a",
            ),
        ),
    ),
    "interpreter": Case(
        paper(
            '"They took the goats first," Samo Tiri said through an interpreter.',
            said("a", "Samo Tiri", "said", '"They took the goats first,"'),
        ),
        notes=(("rendering", "", "through an interpreter", "a"),),
    ),
    "opera": Case(
        paper(
            "The tenor said the roof had leaked on him. Asked about the leak, the director Mia"
            ' Sorr replied: "We have umbrellas."',
            said("a", "The tenor", "said", "the roof had leaked on him"),
            said("q", "", "Asked about", "the leak", Act.ASK),
            said("b", "the director Mia Sorr", "replied", '"We have umbrellas."'),
        ),
        links=(("answers", "b", "q"),),
    ),
    "police": Case(
        paper(
            "Inspector Dag Holt said in court that he had found no prints. Holt later took back"
            " his statement.",
            said("a", "Inspector Dag Holt", "said", "that he had found no prints", who="Dag Holt"),
            said("b", "Holt", "took back", "his statement", Act.DENY, who="Dag Holt"),
        ),
        links=(("corrects", "b", "a"),),
    ),
    "water": Case(
        paper(
            "The ministry called the wells safe. These assurances were contradicted by chemist Ute"
            " Brand. The ministry's statement was contradicted by chemist Ole Marr, who said lead"
            " stood at three times the limit.",
            said("a", "The ministry", "called", "the wells safe", type=BODY),
            said("b", "chemist Ole Marr", "said", "lead stood at three times the limit"),
        ),
        notes=(
            (
                "evidence",
                "disputed",
                "The ministry's statement was contradicted by chemist Ole Marr",
                "a",
            ),
        ),
        links=(("denies", "b", "a"),),
    ),
    "strike": Case(
        paper(
            "The drivers' head Una Vey called the offer an insult. The remarks of the drivers' head"
            ' echo those of the porters. "The offer shames the city," said Brin Oak.',
            said(
                "a",
                "The drivers' head Una Vey",
                "called",
                "the offer an insult",
                Act.CRITICISE,
                who="Una Vey",
            ),
            said("b", "Brin Oak", "said", '"The offer shames the city,"'),
        ),
    ),
    "school": Case(
        paper(
            "Head teacher Lo Anders said she had no proof of cheating. If we had evidence, she"
            " said, we would act.",
            said("a", "Head teacher Lo Anders", "said", "she had no proof of cheating"),
            said("b", "she", "said", "we would act", who="Lo Anders"),
        ),
    ),
    "harbour": Case(
        paper(
            "Harbour master Edda Korn echoed the remarks made by the pilot Sven Rask on Monday."
            ' "The channel has silted up," Rask said.',
            said(
                "a",
                "Harbour master Edda Korn",
                "echoed",
                "the remarks made by the pilot Sven Rask",
                Act.ECHO,
            ),
            said("b", "Rask", "said", '"The channel has silted up,"', who="Sven Rask"),
        ),
        links=(("echoes", "a", "b"),),
    ),
}
