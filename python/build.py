"""Puts the engine into the package: builds the program for WebAssembly.

It takes `rustup target add wasm32-wasip1`; the wheel is then made by `python -m build --wheel python`.
"""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = "wasm32-wasip1"


def main() -> None:
    cargo = ["cargo", "build", "--profile", "web", "--locked", "--bin", "kantel", "--target", TARGET]
    # No place where it was built, and no server in it.
    flags = " ".join(f"--remap-path-prefix={path}=" for path in (Path.home() / ".cargo", ROOT))
    features = ["--no-default-features", "--features", "cli,charts"]
    subprocess.run([*cargo, *features], cwd=ROOT, check=True, env=os.environ | {"RUSTFLAGS": flags})
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    built = target / TARGET / "web" / "kantel.wasm"
    to = ROOT / "python" / "kantel" / "kantel.wasm"
    shutil.copy(built, to)
    print(f"{to}: {to.stat().st_size} bytes")


if __name__ == "__main__":
    main()
