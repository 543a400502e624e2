"""A part of a comparison in a process of its own: what is asked comes in by stdin, what became of it goes out by stdout.

Nothing of whoever asks is imported again, so that scripts and notebooks need no guard.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from typing import Any


def part(*asked: Any) -> str:
    """Has another process compute a part; the folder that it made."""
    env = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-c", "from kantel._worker import main; main()"]
    process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        told, _ = process.communicate(pickle.dumps(asked))
    except BaseException:
        process.terminate()
        process.wait()
        raise
    if process.returncode != 0:
        raise RuntimeError(f"a worker ended with {process.returncode}")
    found = pickle.loads(told)
    if isinstance(found, BaseException):
        raise found
    return str(found)


def main() -> None:
    from ._experiment import _part

    found: str | Exception
    try:
        found = _part(*pickle.load(sys.stdin.buffer))
    except Exception as error:
        found = error
    sys.stdout.buffer.write(pickle.dumps(found))
