"""What a record answers: each method, on planted articles whose answers are known."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from quay import CLOSED, GATES, LATER, PAPERS, PEARS, SECOND, WIRE
from recounted import exported, recounted

from reportedly.connect.drift import ChangeKind
from reportedly.record import Outcome, Query, Record
from reportedly.record.answers import Claim, DocumentAnswer, SpeakerAnswer, Stand, Statement
from reportedly.schema import Act, ReuseKind, RunError, StoreError, Verdict


@pytest.fixture
def paper(record: Record, add: Callable[..., object]) -> Iterator[Record]:
    """A record of all articles but the later version."""
    add(record, *PAPERS)
    yield record
    assert list(record.check()) == []


def claim(record: Record) -> Claim:
    """The one on the gates."""
    return record.trace(CLOSED).claims[0]


def speaker(record: Record, name: str) -> SpeakerAnswer:
    (found,) = [one for one in record.speakers() if one.name == name]
    return found


# Adding


def test_outcomes_are_told_in_order(record: Record, add: Callable[..., list]) -> None:
    assert [t.outcome for t in add(record, GATES, WIRE)] == [Outcome.ADDED, Outcome.ADDED]
    taken = add(record, WIRE, LATER, SECOND, SECOND)
    assert [(t.name, t.outcome, t.attributions) for t in taken] == [
        ("mole/wire.txt", Outcome.HELD, 0),
        ("quay/gates-later.txt", Outcome.VERSION, 2),
        ("pier/second.txt", Outcome.ADDED, 2),
        ("pier/second.txt", Outcome.HELD, 0),
    ]


def test_the_same_again_is_no_change(paper: Record, add: Callable[..., object]) -> None:
    before = list(paper.export())
    add(paper, *PAPERS)
    assert list(paper.export()) == before


def test_what_is_wrong_is_told_and_the_rest_is_added(record: Record, tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text('{"text": "Ada Morn said that it rains."}\n{"text": 3}\n', encoding="utf-8")
    heard: list[Outcome] = []
    taken = record.add([str(file), "missing.txt"], tell=lambda one: heard.append(one.outcome))
    assert heard == [Outcome.ADDED, Outcome.FAILED, Outcome.FAILED]
    assert [t.error.name for t in taken if t.error] == [f"{file}:2", "missing.txt"]
    assert record.searched().documents == 1


def test_one_text_in_two_places_is_reuse(record: Record, add: Callable[..., object]) -> None:
    add(record, GATES)
    add(record, {**GATES, "path": "elsewhere.txt"})
    (document,) = record.documents()
    assert document.paths == ("elsewhere.txt", "quay/gates.txt")
    (pair,) = record.reuse()
    assert pair.kind is ReuseKind.COPY
    assert {pair.first.path, pair.second.path} == set(document.paths)
    assert pair.why == "one and the same document in two places"


# Answers


def test_a_claim_is_traced_from_a_sentence(paper: Record) -> None:
    found = paper.trace(CLOSED)
    assert (found.searched.documents, found.searched.publishers) == (5, 3)
    assert (found.searched.first, found.searched.last) == ("2031-05-05", "2031-05-08")
    top = found.claims[0]
    said = [(s.speaker, s.stand, s.publisher, s.day) for s in top.attributions]
    assert sorted(said, key=lambda row: row[2:]) == [
        ("Ada Morn", Stand.STATES, "The Mole", "2031-05-06"),
        ("Ada Morn", Stand.STATES, "The Pier", "2031-05-04"),
        ("Bela Cox", Stand.DENIES, "The Pier", "2031-05-07"),
        ("Odo Brandt", Stand.STATES, "The Pier", "2031-05-08"),
        ("Ada Morn", Stand.STATES, "The Quay", "2031-05-04"),
        ("Bela Cox", Stand.DENIES, "The Quay", "2031-05-05"),
    ]
    assert [s.day for s in top.attributions] == sorted(s.day or "" for s in top.attributions)
    assert (top.first, top.last) == ("2031-05-04", "2031-05-08")
    assert top.speakers == ("Ada Morn", "Bela Cox", "Odo Brandt")
    assert [c.name for s in top.attributions for c in s.carriers] == ["Harbour Wire"]


def test_a_statement_says_where_its_words_stand(paper: Record) -> None:
    texts = {"quay/gates.txt": GATES["text"], "mole/wire.txt": WIRE["text"]}
    seen = 0
    for said in claim(paper).attributions:
        if text := texts.get(said.path or ""):
            seen += 1
            assert "".join(span.read(text) for span in said.content) == said.words
            assert "".join(span.read(text) for span in said.cue_spans) == said.cue
            assert "".join(span.read(text) for span in said.source_spans) == said.source
    assert seen == 3


def test_origins_leave_denials_and_copies_out(paper: Record) -> None:
    """Four statements of two people; the minister's words through a wire may be later ones."""
    counted = claim(paper).origins
    assert (counted.min, counted.max) == (2, 3)
    members = {name for group in counted.groups for name in group.members}
    states = {s.id for s in claim(paper).attributions if s.stand is Stand.STATES}
    assert members == states
    assert [len(g.members) for g in counted.groups if len(g.members) > 1] == [2]
    assert all(g.reasons for g in counted.groups if len(g.members) > 1)


def test_what_is_denied_is_the_claim_however_many_deny_it(
    record: Record, add: Callable[..., object]
) -> None:
    """One says so and three deny it: the claim is what the one says, and is called by it."""
    said = "that the southern lock was left open on the night of the flood"
    deniers = ("Ada Morn", "Odo Brandt", "Mira Tolan")
    add(
        record,
        {"text": f"Bela Cox said {said}.", "publisher": "The Quay", "published": "2031-05-02"},
        *(
            {"text": f"{name} denied {said}.", "publisher": name, "published": f"2031-05-0{day}"}
            for day, name in enumerate(deniers, 3)
        ),
    )
    (found,) = record.claims()
    stands = {one.speaker: one.stand for one in found.attributions}
    assert stands == {"Bela Cox": Stand.STATES, **dict.fromkeys(deniers, Stand.DENIES)}
    assert found.label == said
    assert (found.origins.min, found.origins.max) == (1, 1)


def test_a_trace_of_nothing_says_what_it_searched(paper: Record) -> None:
    found = paper.trace("seven whales swam up the river")
    assert found.claims == ()
    assert found.searched.documents == 5


def test_trace_takes_ids(paper: Record) -> None:
    wanted = claim(paper)
    for name in (wanted.id, wanted.attributions[2].id):
        assert [c.id for c in paper.trace(name).claims] == [wanted.id]
    story = wanted.narrative
    assert story
    assert wanted.id in {c.id for c in paper.trace(story).claims}


def test_claims_come_with_the_widest_first(paper: Record) -> None:
    found = list(paper.claims())
    assert found[0].id == claim(paper).id
    sizes = [len(c.documents) for c in found]
    assert sizes[0] == 3, "a text in two papers counts once"
    assert len(found) == 3
    assert [c.id for c in paper.claims(limit=1)] == [found[0].id]


def test_narratives_hold_claims_of_one_story(paper: Record) -> None:
    (story,) = paper.narratives()
    labels = " / ".join(headline.label for headline in story.claims)
    assert len(story.claims) == 2
    assert "gates" in labels
    assert "market" in labels
    assert "pears" not in labels
    assert (story.statements, story.publishers, story.speakers) == (7, 3, 3)


def test_speakers_with_roles_over_time(paper: Record) -> None:
    minister = speaker(paper, "Ada Morn")
    assert [(r.role, r.first, r.last, r.documents) for r in minister.roles] == [
        ("minister of ports", "2031-05-05", "2031-05-07", 2)
    ]
    assert (minister.statements, minister.documents, minister.publishers) == (3, 3, 3)
    assert [s.name for s in paper.speakers("brandt")] == ["Odo Brandt"]
    assert [s.name for s in paper.speakers(limit=1)] == ["Ada Morn"]


def test_documents_and_shows(paper: Record) -> None:
    listed = list(paper.documents())
    assert [d.paths for d in listed] == [(a["path"],) for a in PAPERS]
    assert [d.attributions for d in listed] == [2, 1, 1, 2, 2]
    kinds = [
        (listed[0].key, DocumentAnswer),
        (GATES["url"], DocumentAnswer),
        ("mole/wire.txt", DocumentAnswer),
        (claim(paper).id, Claim),
        (claim(paper).attributions[0].id, Statement),
        (speaker(paper, "Odo Brandt").id, SpeakerAnswer),
    ]
    for name, kind in kinds:
        assert type(paper.show(name)) is kind, name
    assert paper.show(claim(paper).narrative or "").claims  # type: ignore[union-attr]


def test_reuse_is_aligned_and_of_one_document(paper: Record) -> None:
    (pair,) = paper.reuse()
    assert pair.kind is ReuseKind.COPY
    assert {pair.first.path, pair.second.path} == {"quay/gates.txt", "pier/gates.txt"}
    for passage in pair.passages:
        assert passage.first.read(GATES["text"]) == passage.second.read(GATES["text"])
    assert [p.why for p in paper.reuse("pier/gates.txt")] == [pair.why]
    assert list(paper.reuse("mole/wire.txt")) == []


def test_versions_say_what_came_and_went(paper: Record, add: Callable[..., object]) -> None:
    add(paper, LATER)
    first, second = paper.versions(GATES["url"])
    assert (first.document.version, second.document.version, second.document.versions) == (1, 2, 2)
    assert (first.added, first.gone) == ((), ())
    assert [(s.speaker, s.words) for s in second.added] == [
        ("Bela Cox", "that nobody had asked him")
    ]
    assert [(s.speaker, s.act) for s in second.gone] == [("Bela Cox", Act.DENY)]
    assert [v.document.key for v in paper.versions("quay/gates-later.txt")] == [
        first.document.key,
        second.document.key,
    ]


def test_drift_shows_what_became_of_an_utterance(
    record: Record, add: Callable[..., object]
) -> None:
    quoted = {**WIRE, "text": f"Ada Morn said on 2031-05-04 “{CLOSED} on purpose”."}
    add(record, GATES, quoted)
    (found,) = record.drift(claim(record).id)
    assert (found.first.publisher, found.second.publisher) == ("The Quay", "The Mole")
    kinds = {segment.kind for segment in found.drift.segments}
    assert ChangeKind.SAME in kinds or found.drift.kept > 0.5
    assert kinds != {ChangeKind.SAME}


def test_drift_of_a_claim_that_is_at_hand_is_the_same_and_no_longer_than_asked(
    record: Record, add: Callable[..., object]
) -> None:
    quoted = {**WIRE, "text": f"Ada Morn said on 2031-05-04 “{CLOSED} on purpose”."}
    add(record, GATES, quoted)
    held = claim(record)
    assert record.drift(held) == record.drift(held.id)
    assert record.drift(held, limit=0) == []


def test_days_of_a_speaker_count_statements(paper: Record) -> None:
    ada = next(s for s in paper.speakers() if s.name == "Ada Morn")
    said = [one.day for one in paper.said_by(ada.id)]
    assert paper.days_of(ada.id) == tuple((day, said.count(day)) for day in sorted(set(said)))
    assert len(said) > 1


def test_texts_are_those_of_their_documents(paper: Record) -> None:
    one, two, *_ = paper.documents()
    found = paper.texts([one.key, two.key, "d000000000000"])
    assert found == {d.key: paper.reading(d.key).extraction.document.text for d in (one, two)}


def test_search_by_words_and_filters(paper: Record) -> None:
    assert {s.speaker for s in paper.search(Query("market"))} == {"Odo Brandt"}
    assert {s.speaker for s in paper.search(Query("gates", acts=frozenset({Act.DENY})))} == {
        "Bela Cox"
    }
    assert {s.publisher for s in paper.search(Query(carrier="wire"))} == {"The Mole"}
    assert paper.search(Query("gates", since="2031-05-08"))[0].speaker == "Odo Brandt"
    assert paper.search(Query("gates"), limit=2)[1].score is not None
    with pytest.raises(RunError, match="not a day"):
        paper.search(Query(since="yesterday"))


def test_search_by_meaning(paper: Record) -> None:
    found = paper.alike("the grey pears harvest will be poor", limit=1)
    assert [s.speaker for s in found] == ["A. Morn"]
    assert found[0].score
    assert found[0].score > 0.8


# Ids


def test_ids_stay_good_when_more_is_added(
    where: Callable[[], str], add: Callable[..., object]
) -> None:
    """Whichever document comes last may take the first place in a group."""
    with Record.open(where()) as record:
        given: dict[str, str] = {}
        for article in PAPERS:
            add(record, article)
            for one in record.claims():
                given.setdefault(one.id, one.attributions[0].id)
            for who in record.speakers():
                given.setdefault(who.id, "")
        assert len(given) > 5
        for name, statement in given.items():
            now = record.show(name)
            assert isinstance(now, Claim | SpeakerAnswer)
            if isinstance(now, Claim):
                assert statement in {s.id for s in now.attributions}
        assert {record.show(name).id for name in given} == {  # type: ignore[union-attr]
            *(c.id for c in record.claims()),
            *(s.id for s in record.speakers()),
        }


def test_a_wrong_id_offers_the_nearest(paper: Record) -> None:
    right = claim(paper).id
    wrong = right[:11] + ("0" if right[11] != "0" else "1") + right[12:]
    with pytest.raises(
        RunError, match=rf"the record holds no '{wrong}'; the nearest: .*{right[:9]}"
    ):
        paper.show(wrong)
    key = next(iter(paper.documents())).key
    with pytest.raises(RunError, match=key):
        paper.show(key[:-1] + ("0" if key[-1] != "0" else "1"))
    with pytest.raises(RunError, match="holds no 'nothing like it'"):
        paper.show("nothing like it")


def test_what_means_several_says_so(paper: Record) -> None:
    shared = claim(paper).attributions[0].attribution
    with pytest.raises(RunError, match="stands for several"):
        paper.show(shared)


def test_reuse_of_what_is_no_document(paper: Record) -> None:
    with pytest.raises(RunError, match="a document is meant"):
        list(paper.reuse(claim(paper).id))


# Judging


def test_a_question_is_answered_and_taken_back(paper: Record) -> None:
    asked = next(q for q in paper.questions() if {"A. Morn"} & {q.first_words, q.second_words})
    before = recounted(paper)
    made = paper.answer(asked.id, Verdict.SAME, who="kim", note="the same desk")
    assert (made.who, made.note, made.verdict) == ("kim", "the same desk", Verdict.SAME)
    assert speaker(paper, "Ada Morn").statements == 4
    assert asked.id not in {q.id for q in paper.questions()}
    gone = paper.undo()
    assert gone.id == made.id
    assert gone.retracted_at
    assert recounted(paper) == before
    assert [j.id for j in paper.judgements()] == [made.id]
    with pytest.raises(RunError, match="no judgement to take back"):
        paper.undo()


def test_claims_are_told_apart_and_made_one(paper: Record) -> None:
    gates = claim(paper)
    brandt = next(s for s in gates.attributions if s.speaker == "Odo Brandt")
    minister = next(s for s in gates.attributions if s.carriers)
    paper.judge(brandt.id, minister.id, Verdict.DIFFERENT, who="kim")
    assert paper.claim(brandt.id).id != paper.claim(minister.id).id
    paper.undo()
    market = next(s for s in paper.search(Query("market")))
    paper.judge(market.id, gates.id, Verdict.SAME, who="kim")
    assert market.id in {s.id for s in claim(paper).attributions}


def test_origins_are_judged(paper: Record) -> None:
    said = {s.speaker: s for s in claim(paper).attributions if s.stand is Stand.STATES}
    counted = claim(paper).origins
    paper.judge(said["Odo Brandt"].id, said["Ada Morn"].id, Verdict.SAME, who="kim", origin=True)
    now = claim(paper).origins
    assert now.max == counted.max - 1
    reasons = [r.kind.value for g in now.groups for r in g.reasons]
    assert "judged by a person" in reasons
    paper.undo()
    assert claim(paper).origins == counted


def test_a_judgement_survives_all_that_comes(
    where: Callable[[], str], add: Callable[..., object]
) -> None:
    with Record.open(where()) as one, Record.open(where()) as other:
        add(one, GATES, PEARS)
        asked = next(one.questions())
        one.answer(asked.id, Verdict.SAME, who="kim", note="same desk")
        add(one, GATES, PEARS)
        add(one, *PAPERS, LATER)
        assert speaker(one, "Ada Morn").statements == 5
        lines = list(one.export())
        (made,) = [json.loads(x)["judgement"] for x in lines if x.startswith('{"judgement"')]
        assert "kim" in str(made)
        assert "same desk" in str(made)
        assert one.judgements()[0].made_at in str(made)
        add(other, SECOND)
        done = other.import_(lines)
        assert (done.documents, done.added) == (6, 5)
        assert recounted(other) == recounted(one)
        assert other.judgements() == one.judgements()


def test_what_is_no_pair_is_refused(paper: Record) -> None:
    who, what = speaker(paper, "Odo Brandt").id, claim(paper).id
    for pair in ((who, what), (who, who), (who, "nonsense"), (who, next(paper.documents()).key)):
        with pytest.raises(RunError):
            paper.judge(*pair, Verdict.SAME, who="kim")
    with pytest.raises(RunError, match="no question"):
        paper.answer("qe998-999", Verdict.SAME)
    assert paper.judgements() == ()


# Keeping


def test_there_and_back(paper: Record, where: Callable[[], str]) -> None:
    with Record.open(where()) as other:
        other.import_(paper.export())
        assert exported(other.export()) == exported(paper.export())
        assert recounted(other) == recounted(paper)


def test_import_joins_two_records(where: Callable[[], str], add: Callable[..., object]) -> None:
    """Brought together, they are as if all had been added to one."""
    with Record.open(where()) as one, Record.open(where()) as other, Record.open(where()) as whole:
        add(one, GATES, WIRE)
        add(other, *PAPERS[1:])
        add(whole, *PAPERS)
        one.import_(other.export())
        assert recounted(one) == recounted(whole)


def test_a_record_for_reading_is_not_written(
    where: Callable[[], str], add: Callable[..., object]
) -> None:
    address = where()
    with Record.open(address) as record:
        add(record, *PAPERS)
        expected = recounted(record)
    with Record.open(address, readonly=True) as record:
        assert recounted(record) == expected
        with pytest.raises(StoreError, match="read only"):
            add(record, LATER)
        with pytest.raises(StoreError, match="read only"):
            record.judge(*(s.id for s in record.speakers(limit=2)), Verdict.SAME)
        assert recounted(record) == expected


def test_readers_see_what_another_adds(
    where: Callable[[], str], add: Callable[..., object]
) -> None:
    address = where()
    with Record.open(address) as one, Record.open(address) as other:
        add(one, GATES)
        assert other.searched().documents == 1
        add(other, WIRE, SECOND)
        add(one, *PAPERS)
        assert recounted(one) == recounted(other)
        assert list(one.check()) == []
