"""Commands in a folder of their own, with what goes wrong as exceptions."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from . import _engine
from ._errors import Bug, InputError, SurroundingsError, problem


def call(arguments: Sequence[str], folder: Path, opened: Sequence[Path] = ()) -> _engine.Done:
    """Runs a command; raises what it ends with."""
    done = _engine.engine().run(arguments, folder, opened)
    if done.code == 0:
        return done
    if done.code == 2:
        raise InputError([problem(row) for row in _engine.problems(done)], done.err.strip())
    if done.code == 3:
        told = [str(problem(row)) for row in _engine.problems(done)]
        raise SurroundingsError("\n".join(told) or done.err.strip())
    if done.code == 130:
        raise KeyboardInterrupt
    raise Bug(done.err.strip())


@contextmanager
def workplace() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="kantel-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
