"""A figure that a benchmark prints, beside what it should reach."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, what it should reach, and whether it does."""

    name: str
    value: float
    unit: str
    most: float | None = None

    def __str__(self) -> str:
        aim = ""
        if self.most is not None:
            met = "reached" if self.value <= self.most else "MISSED"
            aim = f"   at most {self.most:g}: {met}"
        return f"{self.name:52}{self.value:12,.2f} {self.unit}{aim}"
