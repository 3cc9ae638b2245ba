"""Floors under the measured figures, tied to the data that they were measured on.

`floors.json` is edited by hand, with the reason in it and in the commit; there is no command that
lowers a floor. Each set names the digest of its data: a floor says nothing of other data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

FILE = Path(__file__).with_name("floors.json")


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one set of data, by name, and the digest of the data."""

    data: str
    figures: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Floors:
    """What the figures of one set must reach; `at_most` is for figures that should be small.

    A floor that is None is not set yet: its figure must be measured, and may be whatever it is.
    """

    data: str
    at_least: Mapping[str, float | None] = field(default_factory=dict)
    at_most: Mapping[str, float | None] = field(default_factory=dict)


def load(path: Path = FILE) -> dict[str, Floors]:
    """The floors of each set.

    Raises:
        OSError: if the file is absent.
        ValueError: if it is not what this module's docstring says.
    """
    try:
        sets = json.loads(path.read_text("utf-8"))["sets"]
        return {name: Floors(**one) for name, one in sets.items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path.name}: not a file of floors ({error})") from error


def failures(measured: Mapping[str, Measured], floors: Mapping[str, Floors]) -> Iterator[str]:
    """A line for each floor that is not held, each set measured on other data, each unmeasured."""
    for name, floor in floors.items():
        if name not in measured:
            yield f"{name}: not measured, but there are floors for it"
        elif measured[name].data != floor.data:
            yield (
                f"{name}: the data are not those that the floors were set on: "
                f"{measured[name].data} instead of {floor.data}"
            )
        else:
            yield from _under(name, measured[name].figures, floor)


def _under(name: str, figures: Mapping[str, float], floor: Floors) -> Iterator[str]:
    for figure in [*floor.at_least, *floor.at_most]:
        if figure not in figures:
            yield f"{name}: {figure} is not measured, but has a floor"
    for figure, least in floor.at_least.items():
        if least is None or figure not in figures:
            continue
        if (short := least - figures[figure]) > 0:
            yield f"{name}: {figure} {figures[figure]:.4f} is {short:.4f} under its floor {least}"
    for figure, most in floor.at_most.items():
        if most is None or figure not in figures:
            continue
        if (over := figures[figure] - most) > 0:
            yield f"{name}: {figure} {figures[figure]:.4f} is {over:.4f} over its ceiling {most}"
