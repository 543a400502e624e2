"""Both wheels, each in an environment of its own, without an index."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("KANTEL_PROGRAM") or shutil.which("kantel")
ASKED = (
    "import kantel as kt, sys; base = kt.Scenario('builtin:reactive', residents=300, years=1); "
    "kt.compare(base, base.derive('b', {'outreach.door_fte': 0.4}, closure='extra'), samples=2, replicates=1, seed=7, "
    "loops=0, workers=2, out=sys.argv[1]); print(kt.engine(), kt.__file__)"
)


def wheel(kind, tmp_path):
    pytest.importorskip("hatchling")
    source = tmp_path / f"source-{kind}"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns("kantel-native*", "__pycache__", "dist", "runs"))
    if kind == "native":
        shutil.copy(PROGRAM, source / "kantel" / "kantel-native")
    env = os.environ | {"KANTEL_WHEEL": kind}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / kind)]
    subprocess.run(command, cwd=source, env=env, check=True, capture_output=True)
    (made,) = (tmp_path / kind).glob("*.whl")
    return made


def asked_of(environment, tmp_path, out):
    """What a comparison gives in an environment that has no program on its path."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("KANTEL", "PYTHON"))}
    env["PATH"] = str(environment / "bin")
    python = environment / "bin" / "python"
    done = subprocess.run([python, "-c", ASKED, str(out)], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert str(environment) in done.stdout
    return done.stdout.split()[0], (out / "yearly.csv").read_bytes()


@pytest.mark.skipif(PROGRAM is None or sys.platform == "win32", reason="no program is here to put into a wheel")
def test_the_native_wheel_needs_nothing_and_holds_no_other_engine(tmp_path):
    made = wheel("native", tmp_path)
    assert made.name.startswith("kantel-") and "-py3-none-" in made.name and not made.name.endswith("-any.whl")
    names = zipfile.ZipFile(made).namelist()
    assert "kantel/kantel-native" in names and "kantel/kantel.wasm" not in names and "kantel/py.typed" in names
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=True)
    subprocess.run([environment / "bin" / "pip", "install", "--no-index", "-q", made], check=True)
    engine, years = asked_of(environment, tmp_path, tmp_path / "a")
    assert engine == "native" and len(years) > 1000


@pytest.mark.skipif(not (ROOT / "kantel" / "kantel.wasm").exists(), reason="kantel.wasm is not here")
def test_the_universal_wheel_is_for_any_machine(tmp_path):
    wasmtime = pytest.importorskip("wasmtime")
    made = wheel("universal", tmp_path)
    assert made.name.endswith("-py3-none-any.whl")
    names = zipfile.ZipFile(made).namelist()
    assert "kantel/kantel.wasm" in names and not [name for name in names if "native" in name]
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=True)
    subprocess.run([environment / "bin" / "pip", "install", "--no-index", "--no-deps", "-q", made], check=True)
    # The one package that it asks for, as it is here.
    (site,) = environment.glob("lib/python*/site-packages")
    (site / "wasmtime").symlink_to(Path(wasmtime.__file__).parent)
    engine, years = asked_of(environment, tmp_path, tmp_path / "a")
    assert engine == "wasm" and len(years) > 1000
