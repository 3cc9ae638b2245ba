"""Decoding: planted scores to cues, sources and contents."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from reportedly.attribute.decode import Found, Run, Settings, decode
from reportedly.attribute.encoder import Encoded, Floats, Numbers
from reportedly.attribute.link import LABELS, LINK_SIZE, TAGS, Label, distance_buckets
from reportedly.attribute.pieces import Window

SETTINGS = Settings()


class Planted:
    """An encoder that says what it is told: per cue (by its first piece), label by piece."""

    def __init__(
        self, length: int, cues: dict[Run, float], labels: dict[int, dict[Label, list[Run]]]
    ):
        self.length, self.cues, self.labels = length, cues, labels

    def encode(self, ids: Numbers, forms: Numbers) -> Encoded:
        tags = np.full((self.length, TAGS), np.log(0.001), dtype=np.float32)
        tags[:, [0, 3, 6]] = np.log(0.998)
        anchors = np.zeros((self.length, LINK_SIZE), dtype=np.float32)
        for (first, last), probability in self.cues.items():
            tags[first : last + 1, 0] = np.log(1 - probability)
            tags[first : last + 1, 2] = np.log(probability)
            tags[first, 1:3] = np.log(probability), np.log(1e-6)
            anchors[first : last + 1, 0] = first
        nothing = np.zeros((self.length, 1), dtype=np.float32)
        return Encoded(tags, anchors, anchors, nothing, nothing)

    def link(self, encoded: Encoded, anchors: Floats, distances: Numbers) -> Floats:
        scores = np.full((len(anchors), LABELS, self.length), np.log(0.002), dtype=np.float32)
        scores[:, Label.NONE] = np.log(0.99)
        for number, anchor in enumerate(anchors):
            for label, runs in self.labels.get(int(anchor[0]), {}).items():
                for first, last in runs:
                    scores[number, :, first : last + 1] = np.log(0.002)
                    scores[number, label, first : last + 1] = np.log(0.99)
        return scores


def read(planted: Planted, settings: Settings = SETTINGS, start: int = 0) -> list[Found]:
    window = Window(start, start + planted.length, start, start + planted.length)
    nothing = np.zeros(planted.length, dtype=np.int64)
    return decode(planted, planted.encode(nothing, nothing), window, settings)


def test_a_cue_with_source_and_content() -> None:
    planted = Planted(20, {(3, 4): 0.9}, {3: {Label.SOURCE: [(0, 2)], Label.CONTENT: [(5, 15)]}})
    (found,) = read(planted, start=100)
    assert (found.source, found.cue, found.content) == (((100, 102),), ((103, 104),), ((105, 115),))
    assert not found.faint


def test_content_in_two_places_never_reaches_over_its_own_cue_and_source() -> None:
    planted = Planted(
        30, {(12, 12): 0.9}, {12: {Label.CONTENT: [(0, 10), (13, 29)], Label.SOURCE: [(11, 11)]}}
    )
    (found,) = read(planted)
    assert found.content == ((0, 10), (13, 29))


def test_a_begin_label_parts_nothing_but_is_where_a_run_starts() -> None:
    labels = {Label.CONTENT_BEGIN: [(5, 5)], Label.CONTENT: [(6, 12)]}
    (found,) = read(Planted(20, {(3, 3): 0.9}, {3: labels}))
    assert found.content == ((5, 12),)


def test_a_cue_without_content_is_none() -> None:
    assert read(Planted(20, {(3, 3): 0.9}, {3: {Label.SOURCE: [(0, 1)]}})) == []


def test_faint_cues_are_marked() -> None:
    labels = {3: {Label.CONTENT: [(5, 9)]}}
    (found,) = read(Planted(20, {(3, 3): 0.2}, labels))
    assert found.faint
    assert read(Planted(20, {(3, 3): 0.2}, labels), replace(SETTINGS, faint=0.3)) == []


def test_only_owned_cues_are_found() -> None:
    planted = Planted(20, {(3, 3): 0.9}, {3: {Label.CONTENT: [(5, 9)]}})
    nothing = np.zeros(20, dtype=np.int64)
    encoded = planted.encode(nothing, nothing)
    assert decode(planted, encoded, Window(0, 20, 4, 20), SETTINGS) == []


def test_a_cue_in_two_parts_is_one_cue() -> None:
    labels = {Label.SOURCE: [(4, 5)], Label.CUE: [(2, 2), (7, 8)], Label.CONTENT: [(10, 16)]}
    found = read(Planted(20, {(2, 2): 0.9, (7, 8): 0.9}, {2: labels, 7: labels}))
    assert {f.cue for f in found} == {((2, 2), (7, 8))}


def test_distances_are_signed_and_grow_in_steps() -> None:
    buckets = distance_buckets(5, 6, 300)
    assert buckets[5] == buckets[6]
    assert buckets[4] == buckets[5] - 1
    assert buckets[7] == buckets[5] + 1
    assert (np.diff(buckets) >= 0).all()
    assert buckets[299] == buckets[250]
