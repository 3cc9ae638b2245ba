"""All steps of connecting, one after the other; whoever is cut off goes on with the next."""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow.parquet as pq

from reportedly.batch.connect import groups, origins
from reportedly.batch.connect.frames import Tables, files
from reportedly.batch.connect.narratives import narratives
from reportedly.batch.connect.pairing import entities, reuse
from reportedly.batch.connect.run import Run
from reportedly.batch.connect.statements import claims
from reportedly.batch.engine import session
from reportedly.batch.folder import Folder
from reportedly.batch.tables import CONNECTED
from reportedly.schema import RunError

EACH = 5_000
"""Documents of a part: with ten attributions each, what a part's worker holds is 100 MB."""

Step = Callable[[Run], Mapping[str, int]]


def _kept(run: Run) -> Mapping[str, int]:
    return {"documents": run.tables.keep()}


STEPS: Mapping[str, Step] = {
    "documents": _kept,
    "reuse": reuse,
    "entities": entities,
    "claims": claims,
    "narratives": narratives,
    "families": groups.families,
    "groups of entities": groups.of_entities,
    "groups of claims": groups.of_claims,
    "groups of narratives": groups.of_narratives,
    "origins": origins.count,
}
"""What is done, in this order; each reads what those before it wrote."""


def connect(
    path: Path,
    ray: str | None = None,
    workers: int | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> bool:
    """Connect a finished run: write its links, groups and origins.

    Args:
        path: the run's folder.
        ray: HOST:PORT of a Ray cluster's head; this machine alone if left out.
        workers: processes on this machine.
        say: told what was done, in a line for each step.

    Returns:
        Whether there was anything to do: nothing is where it was done over the same shards.

    Raises:
        RunError: if it is no run, or one that is not finished; if a table cannot be read, or the
            disk is full.
    """
    folder = Folder(path)
    digest = check(path)
    if folder.is_connected():
        return False
    begun = _begun(folder, digest)
    with session(ray, workers) as engine:
        documents = sum(counts.get("documents", 0) for counts in folder.finished().values())
        tables = Tables(folder, path / "connected" / "work", 1 + documents // EACH)
        for name, step in STEPS.items():
            if name not in begun:
                counts, seconds = _done(name, step, Run(tables, engine))
                folder.write(_mark(name), json.dumps({"of": digest, **counts}).encode("ascii"))
                told = ", ".join(f"{count:,} {what}" for what, count in counts.items())
                say(f"{name}: {told or 'nothing to link'} in {seconds:.1f} s")
    for file in folder.path.glob("connected/*/.*"):  # what a run that was killed was writing
        file.unlink(missing_ok=True)
    folder.finish_connected({table.name: _rows(folder, table.name) for table in CONNECTED})
    shutil.rmtree(tables.work, ignore_errors=True)
    shutil.rmtree(path / "connected" / "steps", ignore_errors=True)
    return True


def check(path: Path) -> str:
    """See that a folder is ready to be connected; what tells its finished shards from others.

    Raises:
        RunError: if it is no run, or one that is not finished.
    """
    folder = Folder(path)
    if folder.settings() is None:
        raise RunError(f"{path}: no tables of a run: there is no run.json in it")
    finished, waiting = folder.finished(), folder.unfinished()
    if waiting or not finished:
        raise RunError(
            f"{path}: {len(waiting)} of {len(waiting) + len(finished)} shards are not finished;"
            " finish the run with `reportedly batch extract` first"
        )
    told = json.dumps([folder.settings(), sorted(finished.items())], sort_keys=True)
    return hashlib.sha256(told.encode("ascii")).hexdigest()


def _begun(folder: Folder, digest: str) -> set[str]:
    """The steps that were done over the same shards; what is left of others goes."""
    try:
        marks = {name: folder.path / _mark(name) for name in STEPS}
        done = {name for name, file in marks.items() if file.is_file()}
        if done and all(json.loads(marks[name].read_bytes())["of"] == digest for name in done):
            return done
    except (OSError, ValueError, LookupError, TypeError):
        pass  # what cannot be read is done anew
    shutil.rmtree(folder.path / "connected", ignore_errors=True)
    return set()


def _mark(name: str) -> str:
    return f"connected/steps/{name}.json"


def _done(name: str, step: Step, run: Run) -> tuple[Mapping[str, int], float]:
    began = time.perf_counter()
    try:
        counts = step(run)
    except RunError:
        raise
    except Exception as error:  # the engine raises many kinds, none with a common root
        first = str(error).strip().partition("\n")[0] or type(error).__name__
        raise RunError(f"{run.tables.folder.path}: {name}: {first}") from error
    return counts, time.perf_counter() - began


def _rows(folder: Folder, table: str) -> int:
    found = files(folder.path / "connected" / table)
    return sum(pq.read_metadata(file).num_rows for file in found)
