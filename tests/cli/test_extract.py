"""`extract` as a shell sees it: data, messages, exit status, pipes, interruptions."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest
from commands import Run, command, surroundings

from reportedly.schema import from_json


def test_the_others_still_get_done(run: Run, articles: Path) -> None:
    done = run("extract", "-f", "jsonl", articles, "missing.txt")
    assert done.returncode == 1
    found = [from_json(json.loads(line)) for line in done.stdout.splitlines()]
    assert [Path(e.document.path or "").name for e in found] == ["a.txt", "c.txt"]
    lines = done.stderr.splitlines()
    assert re.fullmatch(r"reportedly: .*b\.txt: .*empty.*", lines[0])
    assert lines[1] == "reportedly: missing.txt: no such file or directory"
    assert lines[2] == "reportedly: 2 read, 2 left out"


def test_all_done_is_status_0_and_says_nothing(run: Run, articles: Path) -> None:
    done = run("extract", articles / "a.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Mira Tolan" in done.stdout


def test_metadata_and_language(run: Run) -> None:
    text = "Mira Tolan said the ferry was late.\n"
    done = run(
        *("extract", "-f", "jsonl", "--publisher", "Northline", "--published", "2031-05-04", "-"),
        stdin=text,
    )
    document = from_json(json.loads(done.stdout)).document
    assert (document.publisher, document.published) == ("Northline", "2031-05-04")
    assert (document.path, document.text) == ("-", text)
    german = (
        "Die Ministerin sagte am Dienstag, die Fähre sei wegen des Sturms zu spät gekommen, und "
        "niemand habe die Leute am Hafen gewarnt, obwohl es seit dem Morgen bekannt gewesen sei."
    )
    refused = run("extract", "-", stdin=german)
    assert refused.returncode == 1
    assert refused.stderr.startswith("reportedly: -: ")
    assert run("extract", "--language", "any", "-", stdin=german).returncode == 0


def test_fields_are_mapped(run: Run, tmp_path: Path) -> None:
    (tmp_path / "dump.jsonl").write_text(
        '{"inhalt": "Mira Tolan said no.", "kopf": "Late"}\n', encoding="utf-8"
    )
    fields = ("--field", "text=inhalt", "--field", "title=kopf")
    done = run("extract", "-f", "jsonl", *fields, "dump.jsonl")
    document = from_json(json.loads(done.stdout)).document
    assert (document.text, document.title) == ("Mira Tolan said no.", "Late")


ROWS = [
    {"text": "Mira Tolan said that the ferry was late.", "url": "https://www.post.example/a"},
    {"text": "Mira Tolan said that the ferry was early.", "url": "https://other.example/b"},
    {"text": "Mira Tolan said that there was no ferry."},
]


def test_where_leaves_documents_out_without_a_word(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    conditions = ("--where", "host=post.example", "--where", "language=en,host!=x.post.example")
    done = run("extract", "-q", "-f", "jsonl", *conditions, "rows.jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert [json.loads(row)["path"] for row in done.stdout.splitlines()] == ["rows.jsonl:1"]
    wrong = run("extract", "--where", "site=post.example", "rows.jsonl")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "not a condition: 'site=post.example'" in wrong.stderr


def entry(number: int) -> str:
    text = f"Mira Tolan said that the ferry was late {number} times."
    said = f"<title>Ferry</title><description>{text}</description>"
    return f"<item><guid isPermaLink='false'>n{number}</guid>{said}</item>"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_feed_and_a_web_archive_among_files(run: Run, tmp_path: Path, jobs: str) -> None:
    items = "".join(map(entry, range(5)))
    feed = f"<rss version='2.0'><channel><title>The Post</title>{items}</channel></rss>"
    (tmp_path / "news.rss").write_text(feed, encoding="utf-8")
    page = "<html><body><article><h1>Ferry</h1><p>Mira Tolan said no.</p></article></body></html>"
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}"
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://post.example/\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    (tmp_path / "cut.warc").write_bytes((head + block + "\r\n\r\n" + head + "HTTP").encode())
    done = run("extract", "-q", "-j", jobs, "-f", "jsonl", "--entries-only", "news.rss", "cut.warc")
    rows = [json.loads(row) for row in done.stdout.splitlines()]
    assert [row["path"] for row in rows] == [f"news.rss#n{n}" for n in range(5)] + ["cut.warc#1"]
    assert all(row["attributions"] for row in rows)
    assert rows[0]["publisher"] == "The Post"
    assert done.returncode == 1
    assert done.stderr == (
        "reportedly: cut.warc#2: the web archive is cut off in this record; "
        "what stands before it is read\n"
    )


def test_limit_of_characters(run: Run, articles: Path) -> None:
    done = run("extract", "--max-characters", "10", articles / "a.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert "10" in done.stderr


def test_warnings_are_said_unless_quiet(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("Müller said the café in Zürich was closed for years.".encode("latin-1"))
    loud, quiet = run("extract", "-f", "csv", path), run("extract", "-q", "-f", "csv", path)
    assert f"reportedly: {path}: warning: " in loud.stderr
    assert quiet.stderr == ""
    assert loud.stdout == quiet.stdout


def test_workers_give_the_same(run: Run, articles: Path) -> None:
    one, two = (run("extract", "-f", "jsonl", "-j", str(n), articles) for n in (1, 2))
    assert one.stdout.count("\n") == 2
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr
    assert one.returncode == two.returncode == 1


def test_output_file(run: Run, articles: Path, tmp_path: Path) -> None:
    done = run("extract", "-f", "csv", "-o", "found.csv", articles / "c.txt")
    assert (done.returncode, done.stdout) == (0, "")
    row, _ = csv.DictReader(io.StringIO((tmp_path / "found.csv").read_text(encoding="utf-8")))
    assert (row["line"], row["source"], row["cue"]) == ("3", "Odo Brandt", "said")
    assert row["content"] == "nobody had told him about the storm"


def test_explain_names_documents_with_several_inputs(run: Run, articles: Path) -> None:
    done = run("extract", "--explain", "2", articles / "a.txt", articles / "c.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "c.txt" in done.stdout
    assert "a.txt" not in done.stdout  # it has one attribution alone
    assert "  2  line 5  indirect" in done.stdout
    assert "because" not in done.stdout  # the stand-in gives no reasons


def test_explain_of_what_is_nowhere_is_a_wrong_call(run: Run, articles: Path) -> None:
    done = run("extract", "--explain", "9", "--explain", "x", articles / "c.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "reportedly: --explain 9: no attribution has that number or id; "
        "they are numbered from 1 to 2 at most",
        "reportedly: --explain x: no attribution has that number or id; "
        "they are numbered from 1 to 2 at most",
    ]


def test_explain_of_one_that_is_there_and_one_that_is_not(run: Run, articles: Path) -> None:
    done = run("extract", "--explain", "a1", "--explain", "9", articles / "c.txt")
    assert done.returncode == 1
    assert "--explain 9" in done.stderr
    assert "Odo Brandt" in done.stdout


def test_explain_where_nothing_could_be_read(run: Run, articles: Path) -> None:
    done = run("extract", "--explain", "1", articles / "b.txt")
    assert done.returncode == 1
    assert "--explain" not in done.stderr


def test_explain_into_a_file(run: Run, articles: Path, tmp_path: Path) -> None:
    done = run("extract", "--explain", "1", "-o", "why.txt", articles / "c.txt")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Odo Brandt" in (tmp_path / "why.txt").read_text(encoding="utf-8")


def test_known_names_are_a_file(run: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "names.toml").write_text("[people]\n", encoding="utf-8")
    done = run("extract", "--known", "names.toml", articles / "a.txt")
    assert done.returncode == 0


@pytest.mark.parametrize("output", ["articles/a.txt", "articles/new.jsonl", "articles/x/new.jsonl"])
def test_output_among_the_inputs_is_refused(run: Run, articles: Path, output: str) -> None:
    before = (articles / "a.txt").read_bytes()
    source = articles / "a.txt" if output.endswith("a.txt") else articles
    done = run("extract", "-f", "jsonl", "-o", output, source)
    assert done.returncode == 2
    assert "among the inputs" in done.stderr
    assert (articles / "a.txt").read_bytes() == before


def test_brat_folder(run: Run, articles: Path, tmp_path: Path) -> None:
    done = run("extract", "--format", "brat", "--out", "brat", articles)
    assert done.returncode == 1
    assert sorted(p.name for p in (tmp_path / "brat").iterdir()) == [
        "a.ann",
        "a.txt",
        "c.ann",
        "c.txt",
    ]
    again = run("extract", "--format", "brat", "--out", "brat", articles)
    assert again.returncode == 2
    assert "annotations already" in again.stderr


def test_a_reader_who_leaves_ends_it_quietly(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "Mira Tolan said the ferry was late."}\n' * 2000, encoding="utf-8")
    process = subprocess.Popen(
        command("extract", "-q", "-f", "jsonl", path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline().startswith(b'{"schema": "reportedly/1"')
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 0
    process.stderr.close()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_it_with_one_line(tmp_path: Path, jobs: str) -> None:
    (tmp_path / "a.txt").write_text("Mira Tolan said no.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("HANG", encoding="utf-8")
    inputs = [tmp_path / "a.txt"] * 4 + [tmp_path / "b.txt"] * 4
    process = subprocess.Popen(
        command("extract", "-f", "jsonl", "--language", "any", "-j", jobs, *inputs),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout
    process.stdout.readline()
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said == b"reportedly: stopped; what is written so far is complete\n"


def test_a_dead_worker_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("DIE", encoding="utf-8")
    done = run("extract", "--language", "any", "-j", "2", "a.txt")
    assert done.returncode == 2
    assert done.stderr == "reportedly: a worker process died (exit status 7)\n"


def test_nothing_of_an_input_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    name = "evil\x1b[31m.txt"
    (tmp_path / name).write_text(
        "Mira Tolan said the \x1b]0;gone\x07 ferry \u202e was \x9b2J late.\n", encoding="utf-8"
    )
    for form in ("text", "csv"):
        done = run("extract", "-f", form, name, "missing\x1b[2J", "--language", "any")
        shown = done.stderr + (done.stdout if form == "text" else "")
        assert "Mira Tolan" in done.stdout
        assert not set("\x1b\x07\x9b\u202e") & set(shown)


def on_terminal(*arguments: str | Path, **env: str) -> str:
    """What the command writes to a terminal of 60 columns."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command(*arguments),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env=surroundings(COLUMNS="60", **env),
    )
    os.close(theirs)
    written = b""
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        try:
            while part := terminal.read(65536):
                written += part
        except OSError:  # how Linux says that the last writer has gone
            pass
    process.communicate(timeout=60)
    return written.decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_gets_style(articles: Path) -> None:
    shown = on_terminal("extract", articles / "c.txt", TERM="xterm-256color")
    source, cue, content = "\x1b[1;35mOdo Brandt\x1b[0m", "\x1b[4;36msaid\x1b[0m", "\x1b[32mnobody"
    assert source in shown
    assert cue in shown
    assert content in shown
    assert max(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in shown.splitlines()) <= 60


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_plain_where_style_is_not_wanted(articles: Path, env: dict[str, str]) -> None:
    shown = on_terminal("extract", articles / "c.txt", **{"TERM": "xterm-256color"} | env)
    assert "\x1b" not in shown
    assert "source   Odo Brandt" in shown
