"""The built script and style are those of their sources, and are light and free of other hosts."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FRONTEND = ROOT / "frontend"
STATIC = ROOT / "src" / "reportedly" / "web" / "static"

OLDEST_NODE = (20, 19)
"""Node that the bundler runs on."""


def _lacking(why: str) -> None:
    """Where everything must run it is a failure; elsewhere the test is left out."""
    if os.environ.get("CI") == "true":
        pytest.fail(why)
    pytest.skip(why)


def _node() -> None:
    if shutil.which("node") is None or shutil.which("npm") is None:
        _lacking("Node is not installed")
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
    version = tuple(map(int, said.strip().lstrip("v").split(".")[:2]))
    if version < OLDEST_NODE:
        _lacking(f"Node {said.strip()} is too old to build with")


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the sources give when they are built elsewhere, with packages installed anew."""
    _node()
    copy = tmp_path_factory.mktemp("built") / "frontend"
    shutil.copytree(FRONTEND, copy, ignore=shutil.ignore_patterns("node_modules"))
    install = ["npm", "ci", "--ignore-scripts", "--include=dev", "--prefer-offline"]
    installed = subprocess.run(install, cwd=copy, capture_output=True, text=True, check=False)
    if installed.returncode:
        _lacking(f"the packages to build with cannot be installed: {installed.stderr[-500:]}")
    environment = {**os.environ, "REPORTEDLY_STATIC": str(copy.parent / "static")}
    subprocess.run(
        ["npm", "run", "build"], cwd=copy, env=environment, capture_output=True, check=True
    )
    return _files(copy.parent / "static")


def test_the_built_files_are_those_of_their_sources(rebuilt: dict[str, bytes]) -> None:
    held = _files(STATIC)
    assert sorted(held) == sorted(rebuilt)
    changed = [name for name, content in rebuilt.items() if held[name] != content]
    assert not changed, f"stale: {changed}; `make web` builds them anew"


def test_the_lock_names_no_registry() -> None:
    lock = (FRONTEND / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock


def test_every_package_is_pinned_to_one_version() -> None:
    package = (FRONTEND / "package.json").read_text(encoding="utf-8")
    versions = re.findall(r'"[^"]+": "([^"]*)"', package.partition('"devDependencies"')[2])
    assert versions
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions)
    assert '"dependencies"' not in package


def test_what_every_page_loads_is_light() -> None:
    """Uncompressed; pictures come only with a page that has one."""
    first = sum((STATIC / name).stat().st_size for name in ("app.js", "app.css", "icon.svg"))
    assert first < 120_000
    assert len(gzip.compress((STATIC / "pictures.js").read_bytes())) < 120_000


def test_nothing_is_evaluated_and_no_other_host_is_asked() -> None:
    script = (STATIC / "app.js").read_text(encoding="utf-8")
    assert not re.search(r"(?<![\w.$])eval\(", script)
    assert not re.search(rb"url\(|@import", (STATIC / "app.css").read_bytes())
    for name in ("app.js", "pictures.js"):
        text = (STATIC / name).read_text(encoding="utf-8")
        hosts = set(re.findall(r"https?://([\w.-]+)", text)) - {"www.w3.org"}
        assert not hosts


def test_the_terms_of_every_package_inside_are_shipped() -> None:
    terms = (STATIC / "LICENSES.txt").read_text(encoding="utf-8")
    for name in ("htmx.org", "@observablehq/plot", "d3-force", "d3-sankey", "d3-array"):
        assert re.search(rf"^{re.escape(name)} [\d.]+ \(", terms, re.MULTILINE), name
