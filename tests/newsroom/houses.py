"""The invented publishers, each with the manners of its house."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What a publisher's articles come as."""

    JSON = "json"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class House:
    """A publisher.

    Args:
        name: of the publisher.
        host: of its site; ends in `.invalid`, so that nothing is ever there.
        quotes: opening and closing marks, and those of a quotation in a quotation.
        on: what stands before a weekday.
        verbs: what people do there when they speak.
        form: what its articles come as.
        twice: it prints the headline twice, as pages do that are copied whole.
        comments: its readers write below.
        more: what its links to other stories begin with.
    """

    name: str
    host: str
    quotes: str = "“”‘’"
    on: str = "on "
    verbs: tuple[str, ...] = ("said",)
    form: Form = Form.JSON
    twice: bool = False
    comments: bool = False
    more: str = "READ MORE:"


HOUSES = (
    House("Ravelin Gazette", "gazette.invalid"),
    House(
        "The Evening Lantern",
        "lantern.invalid",
        verbs=("said", "insisted"),
        form=Form.HTML,
        comments=True,
        more="Read also:",
    ),
    House("Osk Harbour Post", "harbourpost.invalid", "\"\"''", on="", twice=True, comments=True),
    House("The Northern Ledger", "ledger.invalid", on="", verbs=("said", "claimed")),
    House("Ravelin Tribune", "tribune.invalid", "\"\"''", verbs=("said", "stressed")),
    House("The Weekly Compass", "compass.invalid", verbs=("said", "argued"), form=Form.HTML),
    House("Lakeside Chronicle", "chronicle.invalid", twice=True, verbs=("said", "claimed")),
    House("The Sul Observer", "observer.invalid", "‘’“”", verbs=("said", "maintained")),
    House("Vasht Mirror", "mirror.invalid", "\"\"''", verbs=("said", "alleged"), more="See also:"),
    House("Ostra Online", "ostra.invalid", on="", comments=True, verbs=("said", "explained")),
    House("The Quiet Hour", "quiethour.invalid", form=Form.HTML, verbs=("said", "recalled")),
)
"""Newspapers and sites, without the agencies."""

AGENCIES = {
    "Telmar News Agency": House("Telmar News Agency", "telmar.invalid", on=""),
    "Northwire": House("Northwire", "northwire.invalid", "\"\"''", on="on "),
    "Vasht News Agency": House("Vasht News Agency", "vasht.invalid", "\"\"''"),
}
"""The agencies, by name."""

CALLED = {
    "Telmar News Agency": ("the Telmar News Agency", "Telmar"),
    "Northwire": ("the Northwire news agency", "Northwire"),
    "Vasht News Agency": ("the semi-official Vasht News Agency", "Vasht"),
}
"""What others call an agency when they rely on it, and what stands behind a dateline's town."""

PHOTOGRAPHERS = ("Edda Moor", "P. Castellan", "Jon Winter", "Tove Anders")

READERS = tuple(
    "Marten Prudence Hanna Tilly Ambrose Gerd Lotte Silvan Wanda Ioan Beate Hob Corvin Nes".split()
)
FAMILIES = tuple(
    "Bell Okoro Vint Pellworth Sterne Quarry Moss Abelard Finch Tarrow Oxley Dunmore Hale Rook"
    " Wick Lamb Thorpe Yarrow Crane Penhallow".split()
)

REMARKS = (
    "Follow the money, as my father used to say. He never found it either.",
    "And who pays in the end? We do, as always.",
    "I was there that week and saw nothing of the kind. Just saying.",
    "My neighbour says that everybody knew. Everybody always knew, afterwards.",
    "Good report, but you have left out the most important question.",
    "Another commission, another year, another four hundred pages.",
    "Can somebody explain to me why nobody has resigned?",
    "My sister-in-law works for them and says it was much worse.",
    "Don't believe a word of it. They said the same thing last time.",
    "Thank you for naming names for once!",
    "“No comment” is also an answer.",
    "Half of this was in the Lantern last week already.",
)
"""What readers write, under whatever it is."""
