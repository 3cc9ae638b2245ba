"""The documentation says what is so: links, snippets, options, fields; and names no machine."""

from __future__ import annotations

import importlib.util
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from rich.console import Console

from reportedly.cli.report.text import TextWriter
from reportedly.schema import from_json, json_schema, to_json

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
SAMPLE = Path(str(files("reportedly") / "samples" / "invented-2022-folder.txt"))
LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")
SNIPPET = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^reportedly (\w+)", re.MULTILINE)
FOREIGN = [
    re.compile(r"(?<![\w.~-])/(?:work|root|home/\w+)/"),
    re.compile(r"(?<![\w.])/tm[p]/\w"),
    re.compile(r"--(?:extra-)?index-ur[l]"),
    re.compile(r"\b(?:pyp[i]|pythonhoste[d])\.org\b"),
]
"""Folders of one machine, and where one machine gets its packages. A letter in brackets keeps a
pattern from matching itself."""
INSTALLS = ("Makefile", "constraints.txt", "pyproject.toml")


def tracked() -> Iterator[Path]:
    """Files in the repository; without git (an unpacked archive), every source file."""
    git = shutil.which("git")
    found = None
    if git and (ROOT / ".git").exists():
        found = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if found and found.returncode == 0:
        yield from (ROOT / name for name in found.stdout.decode().split("\0") if name)
    else:
        for folder in ("src", "tests", "docs", "training", "benchmarks"):
            yield from (p for p in (ROOT / folder).rglob("*") if "__pycache__" not in p.parts)


def reference_module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "reference.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_relative_links_resolve(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target):
            path = target.partition("#")[0]
            assert not path or (page.parent / path).exists(), f"{name_of(page)}: {target}"


def test_links_are_looked_at() -> None:
    assert LINK.findall("see [a](b.md) and ![c](d/e.svg), not `[f](g)`") == ["b.md", "d/e.svg"]


def test_no_file_names_a_machine() -> None:
    seen = 0
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue
        seen += 1
        for line in text.splitlines():
            hit = next((p.search(line) for p in FOREIGN if p.search(line)), None)
            assert hit is None, f"{name_of(path)}: {hit}"
    assert seen > 30


@pytest.mark.parametrize("name", INSTALLS)
def test_what_installs_names_no_host(name: str) -> None:
    """Where packages come from is the machine's own business."""
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("line", ["'/w0rk/x'", "see /r0ot/.cache", "/h0me/me/x", "--index-ur0l x"])
def test_a_machine_is_recognised(line: str) -> None:
    planted = line.replace("r0l", "rl").replace("0", "o")
    assert any(pattern.search(planted) for pattern in FOREIGN)


def test_command_reference_is_not_stale() -> None:
    module = reference_module()
    page = (ROOT / "docs" / "guide" / "cli.md").read_text(encoding="utf-8")
    assert page == module.reference(module.app), "run: make reference"


def test_every_option_says_what_it_does() -> None:
    page = (ROOT / "docs" / "guide" / "cli.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(.*?)` \| (.*?) \|$", page, re.MULTILINE)
    assert any("--format" in names for names, _ in rows)
    for names, what in rows:
        assert re.sub(r"\[[^\]]*\]", "", what).strip(), f"{names} has no help"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_named_commands_exist(page: Path) -> None:
    reference = (ROOT / "docs" / "guide" / "cli.md").read_text(encoding="utf-8")
    for command in COMMAND.findall(page.read_text(encoding="utf-8")):
        assert f"`reportedly {command}`" in reference, f"{name_of(page)}: reportedly {command}"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_named_options_exist(page: Path) -> None:
    reference = (ROOT / "docs" / "guide" / "cli.md").read_text(encoding="utf-8")
    text = page.read_text(encoding="utf-8")
    for line in re.findall(r"^.*?reportedly extract.*$", text, re.MULTILINE):
        for option in re.findall(r"(?<=\s)--[a-z-]+", line.partition("#")[0]):
            assert option in reference, f"{name_of(page)}: {option}"


def fields(schema: object) -> Iterator[str]:
    """The name of every property in a JSON Schema, at any depth."""
    if isinstance(schema, dict):
        properties = schema.get("properties")
        if isinstance(properties, dict):
            yield from properties
        for value in schema.values():
            yield from fields(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from fields(value)


def test_every_field_of_the_output_is_described() -> None:
    page = (ROOT / "docs" / "guide" / "output.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    names = set(fields(json_schema()))
    assert {"text", "cue", "kind"} <= names
    assert names <= described, names - described


def between(page: str, marker: str) -> str:
    """What stands in the code block between two markers of a page."""
    block = page.partition(f"<!-- {marker} -->")[2].partition(f"<!-- /{marker} -->")[0]
    return block.strip().partition("\n")[2].removesuffix("```")


def test_the_example_is_read_as_it_stands() -> None:
    """The guide's example is an extraction, and the report beside it is the report of it."""
    page = (ROOT / "docs" / "guide" / "output.md").read_text(encoding="utf-8")
    example = json.loads(between(page, "example"))
    extraction = from_json(example)
    assert to_json(extraction) == example
    stream = io.StringIO()
    TextWriter(Console(file=stream, width=80, no_color=True)).write(extraction)
    assert between(page, "example-text").rstrip() == stream.getvalue().rstrip()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the snippets expect: an article, and what `extract` makes of it."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copy(SAMPLE, folder / "article.txt")
    command = [sys.executable, "-m", "reportedly", "extract", "--format", "jsonl", "article.txt"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    (folder / "out.jsonl").write_bytes(done.stdout)
    return folder


def snippets() -> list[tuple[str, str]]:
    return [
        (f"{name_of(page)}:{number}", code)
        for page in PAGES
        for number, code in enumerate(SNIPPET.findall(page.read_text(encoding="utf-8")), 1)
    ]


@pytest.mark.parametrize("code", [pytest.param(c, id=n) for n, c in snippets()])
def test_snippets_run(code: str, desk: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-"], input=code, cwd=desk, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    article = (desk / "article.txt").read_text(encoding="utf-8")
    printed = re.split(r" … |: |\n|['\"], ['\"]|\[['\"]|['\"]\]", done.stdout)
    assert any(len(part) > 20 and part in article for part in printed)


def test_the_ten_lines_are_what_the_program_writes(desk: Path) -> None:
    """Every attribution that the README shows stands, with its offsets, in the real output."""
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = page.partition("<!-- ten-lines -->")[2].partition("<!-- /ten-lines -->")[0]
    lines = [line.strip().rstrip(",") for line in shown.splitlines() if '"cue":' in line]
    assert lines, "the README shows no attribution"
    document = json.loads((desk / "out.jsonl").read_text(encoding="utf-8"))
    real = {found["id"]: found for found in document["attributions"]}
    for line in lines:
        found = json.loads(line)
        assert real[found["id"]] == {**real[found["id"]], **found}


def test_index_of_decisions_names_every_page() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    for page in sorted(folder.glob("0*.md")):
        assert f"]({page.name})" in index, page.name
        text = page.read_text(encoding="utf-8")
        assert re.search(r"^Decided on \d{4}-\d{2}-\d{2}\.$", text, re.MULTILINE), page.name


def test_picture_shows_without_a_network() -> None:
    picture = (ROOT / "docs" / "picture.svg").read_text(encoding="utf-8")
    ElementTree.fromstring(picture)  # noqa: S314 (our own file)
    addresses = re.findall(r"https?://[^\s\"')]+", picture)
    assert set(addresses) <= {"http://www.w3.org/2000/svg"}
    assert "@font-face" not in picture
    assert "extract" in picture
