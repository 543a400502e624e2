"""Each test runs on every engine that is here: the native program, and WebAssembly where the module was built."""

import os
import shutil
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "kantel"


def _engines():
    there = []
    if os.environ.get("KANTEL_PROGRAM") or shutil.which("kantel"):
        there.append("native")
    if (PACKAGE / "kantel.wasm").exists():
        there.append("wasm")
    return there


@pytest.fixture(params=_engines() or ["none"])
def engine(request, monkeypatch):
    if request.param == "none":
        pytest.skip("neither a program (KANTEL_PROGRAM) nor kantel.wasm is here")
    monkeypatch.setenv("KANTEL_ENGINE", request.param)
    return request.param
