"""The program, either as WebAssembly inside Python or as it is installed on the machine.

Both take the arguments of the command line and give the same bytes. `KANTEL_ENGINE=wasm|native` chooses; without it the
native program is taken where there is one (`KANTEL_PROGRAM`, beside this file, or on the path) of the same version.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Sequence

from ._version import __version__

if TYPE_CHECKING:
    import wasmtime

_HERE = Path(__file__).parent
_MODULE = _HERE / "kantel.wasm"


@dataclass(frozen=True)
class Done:
    """What a command gave back."""

    code: int
    out: str
    err: str


class Engine(Protocol):
    """Whatever runs a command in a folder: all paths are relative to it, or in a folder that is opened too."""

    @property
    def name(self) -> str: ...

    def run(self, arguments: Sequence[str], folder: Path, opened: Sequence[Path] = ()) -> Done: ...


@dataclass(frozen=True)
class Native:
    """The program as it is installed."""

    program: str
    name: str = "native"

    def run(self, arguments: Sequence[str], folder: Path, opened: Sequence[Path] = ()) -> Done:
        env = os.environ | {"KANTEL_PROBLEMS": "json"}
        process = subprocess.Popen(
            [self.program, *arguments],
            cwd=folder,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        try:
            out, err = process.communicate()
        except KeyboardInterrupt:
            # It has heard of it, too, and keeps what is finished.
            process.communicate()
            raise
        return Done(process.returncode, out, err)


@dataclass(frozen=True)
class Wasm:
    """The program in WebAssembly: one thread, on any machine that wasmtime runs on."""

    module: Path = _MODULE
    name: str = "wasm"

    def run(self, arguments: Sequence[str], folder: Path, opened: Sequence[Path] = ()) -> Done:
        import wasmtime

        engine, module = _compiled(str(self.module))
        store = wasmtime.Store(engine)
        linker = wasmtime.Linker(engine)
        linker.define_wasi()
        wasi = wasmtime.WasiConfig()
        wasi.argv = ["kantel", *arguments]
        # Where the program stands: what has no folder before it lies here.
        wasi.preopen_dir(str(folder), ".")
        for one in opened:
            wasi.preopen_dir(str(one), str(one))
        with tempfile.TemporaryDirectory(prefix="kantel-told-") as told:
            out, err = Path(told, "out"), Path(told, "err")
            wasi.stdout_file, wasi.stderr_file = str(out), str(err)
            wasi.preopen_dir(told, told)
            wasi.env = [("KANTEL_PROBLEMS", "json"), ("TMPDIR", told)]
            store.set_wasi(wasi)
            code = 0
            try:
                instance = linker.instantiate(store, module)
                start = instance.exports(store)["_start"]
                assert isinstance(start, wasmtime.Func)
                start(store)
            except wasmtime.ExitTrap as trap:
                code = trap.code
            except wasmtime.Trap as trap:
                return Done(101, _read(out), f"{_read(err)}\n{trap}")
            return Done(code, _read(out), _read(err))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


_COMPILED: "dict[str, tuple[wasmtime.Engine, wasmtime.Module]]" = {}


def _compiled(path: str) -> tuple[wasmtime.Engine, wasmtime.Module]:
    """The module, compiled once a process, and once a machine where wasmtime keeps a cache."""
    if path not in _COMPILED:
        import wasmtime

        config = wasmtime.Config()
        config.cache = True
        engine = wasmtime.Engine(config)
        _COMPILED[path] = (engine, wasmtime.Module.from_file(engine, path))
    return _COMPILED[path]


def _native() -> str | None:
    """The program of this version, where there is one."""
    named = os.environ.get("KANTEL_PROGRAM")
    own = _HERE / ("kantel-native.exe" if sys.platform == "win32" else "kantel-native")
    for program in [named, str(own) if own.exists() else None, shutil.which("kantel")]:
        if program is None:
            continue
        try:
            told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
        except OSError:
            continue
        if told.returncode == 0 and told.stdout.split()[-1:] == [__version__]:
            return program
    return None


def engine() -> Engine:
    """The engine that is used here."""
    asked = os.environ.get("KANTEL_ENGINE")
    if asked not in (None, "", "wasm", "native"):
        raise ValueError(f"KANTEL_ENGINE is wasm or native, not {asked!r}")
    program = None if asked == "wasm" else _native()
    if program is not None:
        return Native(program)
    if asked == "native":
        raise FileNotFoundError(f"no program kantel {__version__} is installed; KANTEL_PROGRAM can name one")
    if not _MODULE.exists():
        raise FileNotFoundError("this package was built without its engine (python/build.py puts it in)")
    return Wasm()


def problems(done: Done) -> list[dict[str, object]]:
    """What is wrong with what was given, as the program tells other programs."""
    for line in done.err.splitlines():
        if line.startswith("[{"):
            try:
                return list(json.loads(line))
            except json.JSONDecodeError:
                continue
    return []
