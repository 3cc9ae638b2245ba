"""A made-up paper of any size: reports from templates, by a seed; for tests that need many."""

from __future__ import annotations

import json
import random
from pathlib import Path

_PEOPLE = ("Ada Morn, minister of ports,", "Ada Morn", "Bela Cox", "Odo Brandt", "Mira Tolan")
_HEARD = ("{} said", "{} denied", "{} said on 2031-05-0{}", "Harbour Wire quoted {} as saying")
_TOLD = (
    "that Velmar closed the {} gates of Ostia on {} nights",
    "that the {} gates of Ostia were open for {} nights",
    "that {} Velmar ships sank {} boats off Ostia",
    "that the {} harvest of Ostia will be poor for {} years",
)
_SIDES = ("northern", "southern", "eastern", "grey")
_FILLER = (
    "Eleven ships wait outside the breakwater and three of them carry grain that was due in the "
    "city before the end of the week.",
    "The crane was built in the sixties and had passed an inspection in March, according to papers "
    "which lay open at the gate.",
    "Growers in the valley have picked fewer pears than in any year since the first count, and "
    "blame a late frost that came while the trees stood in blossom.",
)


def reports(folder: Path, number: int, seed: int = 7) -> Path:
    """Write reports to a new folder, a file each; the same seed, the same reports."""
    folder.mkdir()
    chance = random.Random(seed)  # noqa: S311
    for place in range(number):
        sentences = [_sentence(chance) for _ in range(chance.randint(2, 5))]
        sentences.insert(chance.randrange(len(sentences)), chance.choice(_FILLER))
        article = {
            "text": "\n\n".join(sentences),
            "publisher": chance.choice(("The Quay", "The Mole", "The Pier")),
            "published": f"2031-05-{chance.randint(1, 9):02}",
            "url": f"https://quay.invalid/{chance.randrange(number)}",
        }
        (folder / f"{place:03}.json").write_text(json.dumps(article), encoding="utf-8")
    return folder


def _sentence(chance: random.Random) -> str:
    heard = chance.choice(_HEARD).format(chance.choice(_PEOPLE), chance.randint(1, 9))
    told = chance.choice(_TOLD).format(chance.choice(_SIDES), chance.choice(("two", "three")))
    return f"{heard} {told}."
