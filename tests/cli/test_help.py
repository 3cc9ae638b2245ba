"""Help comes at once and teaches; wrong calls are told what is wrong."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from commands import Run

from reportedly import __version__
from reportedly.schema import json_schema

HEAVY = {"numpy", "onnxruntime", "tokenizers", "trafilatura", "httpx", "rich", "lxml"}


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        f"sys.argv = ['reportedly', *{arguments!r}]\n"
        "from reportedly.cli import main\n"
        "try: main()\n"
        "except SystemExit: print('LOADED', *sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.partition("LOADED")[2].split()
    assert "typer" in loaded
    assert not HEAVY & set(loaded)
    assert not [name for name in loaded if name.startswith(("reportedly.read", "reportedly.att"))]


def test_help_teaches_with_examples(run: Run) -> None:
    assert "reportedly extract article.txt" in run("--help").stdout
    shown = run("extract", "--help").stdout
    for words in ("--format jsonl --jobs 2", "| reportedly extract -", "Exit status", "brat"):
        assert words in shown


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"reportedly {__version__}\n"


def test_schema(run: Run) -> None:
    assert json.loads(run("schema").stdout) == json_schema()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--frmat", "csv", "a.txt"], "--frmat"),
        (["--format", "xml", "a.txt"], "xml"),
        (["--published", "soon", "a.txt"], "not a day of publication: 'soon'"),
        (["--published", "2031-02-30", "a.txt"], "not a day of publication"),
        (["--language", "tlh", "a.txt"], "one of en, any is meant"),
        (["--jobs", "0", "a.txt"], "jobs"),
        (["--max-characters", "0", "a.txt"], "max-characters"),
        (["--field", "text", "a.txt"], "PART=NAME is meant"),
        (["--field", "tone=body", "a.txt"], "unknown field 'tone'"),
        (["--format", "brat", "a.txt"], "name a folder with --out"),
        (["--format", "brat", "-o", "x", "a.txt"], "name it with --out"),
        (["--out", "x", "a.txt"], "only --format brat"),
        (["--explain", "7", "-f", "csv", "a.txt"], "cannot go with --format csv"),
        (["--known", "names.toml", "a.txt"], "--known names.toml: no such file"),
        (["-o", "no/such/folder/x", "a.txt"], "no such file or directory"),
    ],
)
def test_wrong_calls(run: Run, arguments: list[str], said: str) -> None:
    done = run("extract", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_no_inputs_is_a_wrong_call(run: Run) -> None:
    assert run("extract").returncode == 2
    assert run("extract", "--format", "csv").returncode == 2
