"""Puts an engine into the package: the program for WebAssembly, or for this kind of system (`native`).

WebAssembly takes `rustup target add wasm32-wasip1`. The wheel is then made by `python -m build --wheel python`, the native
one with `KANTEL_WHEEL=native`.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = "wasm32-wasip1"


def main() -> None:
    native = sys.argv[1:] == ["native"]
    if sys.argv[1:] not in ([], ["native"]):
        raise SystemExit(f"python {sys.argv[0]} [native]")
    # No place where it was built.
    flags = " ".join(f"--remap-path-prefix={path}=" for path in (Path.home() / ".cargo", ROOT))
    cargo = ["cargo", "build", "--locked", "--bin", "kantel"]
    # In WebAssembly no server is in it.
    cargo += ["--release"] if native else ["--profile", "web", "--target", TARGET, "--no-default-features"]
    cargo += [] if native else ["--features", "cli,charts"]
    subprocess.run(cargo, cwd=ROOT, check=True, env=os.environ | {"RUSTFLAGS": flags})
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    ending = ".exe" if sys.platform == "win32" else ""
    built = target / "release" / f"kantel{ending}" if native else target / TARGET / "web" / "kantel.wasm"
    to = ROOT / "python" / "kantel" / (f"kantel-native{ending}" if native else "kantel.wasm")
    shutil.copy(built, to)
    print(f"{to}: {to.stat().st_size} bytes")


if __name__ == "__main__":
    main()
