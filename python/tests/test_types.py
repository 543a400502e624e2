"""The package is typed: strictly, for whoever uses it."""

import subprocess
import sys
from pathlib import Path

import pytest


def test_the_package_is_typed_strictly():
    pytest.importorskip("mypy")
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run([sys.executable, "-m", "mypy"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
