"""Two wheels of one package: the universal one holds `kantel.wasm` and takes wasmtime; the native one holds the program.

`KANTEL_WHEEL=native` makes the native one, for the machine's kind of system alone.
"""

from __future__ import annotations

import os
import platform
import re
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface


def is_native() -> bool:
    kind = os.environ.get("KANTEL_WHEEL", "universal")
    if kind not in ("universal", "native"):
        raise ValueError(f"KANTEL_WHEEL is universal or native, not {kind!r}")
    return kind == "native"


def tag(program: Path) -> str:
    """The platform on which a program runs: on Linux the C library that it asks for, at least."""
    asked = [int(minor) for minor in re.findall(rb"GLIBC_2\.(\d+)", program.read_bytes())]
    if platform.system() == "Linux" and asked:
        return f"py3-none-manylinux_2_{max(asked)}_{platform.machine()}"
    return f"py3-none-{re.sub('[-.]', '_', sysconfig.get_platform())}"


class Engine(BuildHookInterface):  # type: ignore[type-arg]
    """Puts one engine into a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        package = Path(self.root, "kantel")
        if is_native():
            program = next(iter(sorted(package.glob("kantel-native*"))), None)
            if program is None:
                raise FileNotFoundError("no program is here: python build.py native puts it in")
            build_data["pure_python"], build_data["tag"] = False, tag(program)
            build_data["artifacts"].append("kantel/kantel-native*")
        else:
            if not (package / "kantel.wasm").exists():
                raise FileNotFoundError("no engine is here: python build.py puts it in")
            build_data["artifacts"].append("kantel/kantel.wasm")


class Dependencies(MetadataHookInterface):
    """The program needs nothing."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict[str, Any]) -> None:
        metadata["dependencies"] = [] if is_native() else ["wasmtime>=25"]


def get_build_hook() -> type[BuildHookInterface]:  # type: ignore[type-arg]
    return Engine


def get_metadata_hook() -> type[MetadataHookInterface]:
    return Dependencies
