"""The notebook and the examples run, and what the docs show of the notebook is what comes out."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kantel as kt

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT.parent / "docs" / "notebook.md"
#: What other packages compute may change with their versions.
OTHERS = ("prim.Prim", "sobol_an.analyze")


def page():
    spec = importlib.util.spec_from_file_location("page", ROOT / "examples" / "page.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture
def one_engine():
    try:
        kt.engine()
    except FileNotFoundError:
        pytest.skip("neither a program (KANTEL_PROGRAM) nor kantel.wasm is here")


def blocks(text):
    """Code with what it printed; whatever other packages computed is left out."""
    found = re.findall(r"```python\n(.*?)\n```\n(?:\n```text\n(.*?)\n```)?", text, flags=re.DOTALL)
    return [(code, "" if any(name in code for name in OTHERS) else out) for code, out in found]


def test_the_page_of_the_notebook_is_what_comes_out(one_engine):
    for name in ("SALib", "ema_workbench", "pandas"):
        pytest.importorskip(name)
    made, seconds = page().page()
    kept = PAGE.read_text(encoding="utf-8")
    assert seconds < 180, "a notebook that takes longer is not run: seconds of computing"
    again = "python python/examples/page.py docs/notebook.md"
    assert [code for code, _ in blocks(made)] == [code for code, _ in blocks(kept)], again
    version = re.compile(r"version (\d+) of the")
    if version.findall(made) == version.findall(kept):
        assert blocks(made) == blocks(kept), again


SMALL = {
    "own_outcome.py": [("residents=4000", "residents=300"), ("years=10", "years=3"), ("samples=60", "samples=30")],
    "discovery.py": [("residents=4000", "residents=300"), ("years=10", "years=2"), ("samples=200", "samples=30")],
    "sobol_index.py": [("residents=4000", "residents=300"), ("years=5", "years=1"), ("asked, 64", "asked, 4")],
}


@pytest.mark.parametrize("name", SMALL)
def test_an_example_of_25_lines_runs(one_engine, name, tmp_path):
    for package in ("SALib", "ema_workbench", "pandas"):
        pytest.importorskip(package)
    text = (ROOT / "examples" / name).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 25
    for large, small in SMALL[name]:
        assert text.count(large) == 1, large
        text = text.replace(large, small)
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run([sys.executable, name], cwd=tmp_path, capture_output=True, text=True, env=environment())
    assert done.returncode == 0, done.stderr
    told = {"own_outcome.py": "Verdict(", "discovery.py": "coverage", "sobol_index.py": "visit.hours"}[name]
    assert told in done.stdout


def environment():
    import os

    return os.environ | {"PYTHONPATH": str(ROOT)}


def test_r_reads_the_result(one_engine, tmp_path):
    import shutil

    script = ROOT / "examples" / "read.R"
    assert len(script.read_text(encoding="utf-8").splitlines()) <= 15
    base = kt.Scenario("builtin:reactive", residents=300, years=3)
    plan = base.derive("outreach", {"outreach.door_fte": 0.4}, closure="extra")
    told = kt.compare(base, plan, samples=4, replicates=1, seed=7, loops=0, out=tmp_path / "a")
    # What the script reads is there, whether R is or not.
    rows = told.comparison().where(indicator="euros.municipality", group="all")
    assert sum(row["period"].startswith("year:") for row in rows) == 3 and {"p05", "p95", "median"} <= set(rows.columns)
    if shutil.which("Rscript") is None:
        pytest.skip("R is not here: the script was not run")
    subprocess.run(["Rscript", script, told.folder, tmp_path / "figure.svg"], check=True, cwd=tmp_path)
    assert "<svg" in (tmp_path / "figure.svg").read_text()


def test_microdata_are_counted_as_the_years_are(one_engine, tmp_path):
    base = kt.Scenario("builtin:reactive", residents=800, years=3)
    plan = base.derive("outreach", {"outreach.door_fte": 0.4}, closure="extra")
    told = kt.compare(base, plan, samples=2, replicates=1, seed=7, loops=0, out=tmp_path / "a")
    cases = told.microdata("cases", variant="outreach", samples=[1])
    for year in (1, 2, 3):
        said = told.yearly().where(
            scenario="outreach", sample=1, replicate=0, year=year, indicator="team.cases", group="all"
        )
        assert len(cases.where(year_started=year)) == said["value"][0] > 0
    columns = kt.columns().where(table="cases")
    assert columns["column"] == list(cases.columns) and "weeks" in columns["unit"]
    with pytest.raises(kt.InputError):
        told.microdata("cases", variant="nobody", samples=[7])
    pyarrow = pytest.importorskip("pyarrow")
    import pyarrow.parquet

    assert pyarrow.parquet.read_table(cases.parquet(tmp_path / "cases.parquet")).num_rows == len(cases)
