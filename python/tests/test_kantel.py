import filecmp
import math
import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kantel as kt

PACKAGE = Path(kt.__file__).parent

SMALL = {"samples": 4, "replicates": 2, "seed": 7, "loops": 0}


def plans():
    base = kt.Scenario("builtin:reactive", residents=500, years=2)
    return base, base.derive("outreach", {"outreach.door_fte": 0.4}, closure="extra")


def same(a, b):
    return all(filecmp.cmp(a / name, b / name, False) for name in ("comparison.csv", "yearly.csv", "samples.csv"))


def test_engines_parts_and_the_command_line_give_the_same_bytes(engine, tmp_path):
    base, plan = plans()
    whole = kt.compare(base, plan, out=tmp_path / "whole", **SMALL)
    parts = kt.compare(base, plan, out=tmp_path / "parts", workers=2, **SMALL)
    assert same(whole.folder, parts.folder)
    program = os.environ.get("KANTEL_PROGRAM") or shutil.which("kantel")
    if program is None:
        pytest.skip("no program is here to compare with")
    inputs = tmp_path / "whole.input"
    asked = ["compare", "builtin:reactive", "outreach.toml", "--residents", "500", "--years", "2", "--quiet"]
    numbers = ["--samples", "4", "--replicates", "2", "--seed", "7", "--loops", "0", "--out", str(tmp_path / "cli")]
    subprocess.run([program, *asked, *numbers], cwd=inputs, check=True, capture_output=True)
    assert same(whole.folder, tmp_path / "cli")


def test_every_mistake_is_told_with_its_place(engine):
    base, _ = plans()
    with pytest.raises(kt.InputError) as told:
        base.derive("bad", {"outreach.dor_fte": 0.3, "gate.strictness": 7})
    first, second = told.value.problems
    assert (first.line, first.field) == (5, "levers.outreach.dor_fte") and "outreach.door_fte" in first.help
    assert (second.line, second.value, second.allowed) == (6, "7", "0 to 1")


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, -1, 1e300, "x", True, [], {}, {"low": 2, "high": 1}])
@pytest.mark.parametrize("key", ["team.fte", "gate.strictness", "outreach.targeting", "nothing.of.it", "", "a b"])
def test_malformed_levers_are_refused_and_never_a_bug(engine, key, value):
    base, _ = plans()
    with pytest.raises(kt.InputError) as told:
        base.derive("bad", {key: value})
    assert told.value.problems or str(told.value)


def test_a_scenario_is_a_value(engine):
    base, plan = plans()
    again = pickle.loads(pickle.dumps(plan))
    assert again == plan and hash(again) == hash(plan) and {plan: 1}[again] == 1
    assert [row["key"] for row in base.diff(plan)] == ["outreach.door_fte"]
    with pytest.raises(AttributeError):
        plan.years = 3


def test_an_own_outcome_gets_the_programs_verdict(engine, tmp_path):
    base, plan = plans()
    told = kt.compare(base, plan, out=tmp_path / "a", **SMALL)
    euros = told.outcome(lambda series, years: sum(series["euros.municipality"]) / len(years))
    verdict = told.judge(euros, better="lower", margin=500)["outreach"]
    row = next(iter(told.comparison().where(indicator="euros.municipality", group="all", period="horizon")))
    assert verdict.verdict == row["verdict"] and verdict.samples == 4 and verdict.replicates == 2
    for name in ("difference", "median", "p05", "p95"):
        assert getattr(verdict, name) == pytest.approx(row[name], abs=1e-6)
    # 38 of 40 better by more than what matters; 36 of 40 the other way is worse, and 20 of 40 nothing at all.
    rows = lambda few: [(i, 0, 0.0, 5.0 if i < few else -5.0) for i in range(40)]
    assert kt.judge(rows(2), better="lower", margin=1).verdict == "better"
    assert kt.judge(rows(38), better="lower", margin=1).verdict == "worse"
    assert kt.judge(rows(20), better="lower", margin=1).verdict.startswith("undecided")


def test_points_are_evaluated_in_their_order(engine):
    base, plan = plans()
    ask = {"paths": ["onset.income_ratio", "trust.up"], "outcome": "euros.municipality", "seed": 7}
    forth = kt.evaluate(base, plan, [[0.1, 0.2], [0.9, 0.5]], **ask)
    assert forth.share_chance is None, "one replicate cannot tell"
    assert len(forth) == 2 and forth[0] != forth[1]
    assert forth[:1] == kt.evaluate(base, plan, [[0.1, 0.2]], **ask)
    with pytest.raises(kt.InputError):
        kt.evaluate(base, plan, [[0.1]], paths=["no.such.number"])


def test_all_points_of_a_call_are_one_command_and_chance_is_told(engine, monkeypatch):
    from kantel import _experiment

    base, plan = plans()
    commands = []
    call = _experiment.call
    monkeypatch.setattr(_experiment, "call", lambda arguments, *more: commands.append(arguments[0]) or call(arguments, *more))
    points = [[i / 20, 0.5] for i in range(20)]
    ask = {"paths": ["onset.income_ratio", "trust.up"], "outcome": "euros.municipality", "seed": 7, "others": "best"}
    told = kt.evaluate(base, plan, points, replicates=3, **ask)
    assert commands == ["compare"] and len(told) == 20 and told.replicates == 3
    # Points lie close together in so small a district: most of what differs is chance, and never all of nothing.
    assert 0.2 < told.share_chance <= 1.0
    # A mean of three replicates: that of the first, and two more.
    first = kt.evaluate(base, plan, points, **ask)
    assert first != told and first.share_chance is None


def test_a_plain_script_may_use_several_processes_and_hears_of_mistakes(engine, tmp_path):
    script = tmp_path / "plain.py"
    script.write_text(
        "import kantel as kt\n"
        "base = kt.Scenario('builtin:reactive', residents=300, years=1)\n"
        "told = kt.compare(base, base.derive('b', {'outreach.door_fte': 0.4}, closure='extra'), samples=2, loops=0,\n"
        "                  replicates=1, workers=2, out='a')\n"
        "print(len(told.yearly()))\n"
        "try:\n"
        "    kt.compare(base, base.derive('c', {}, closure='extra'), samples=2, replicates=0, workers=2, out='b')\n"
        "except kt.InputError as error:\n"
        "    print('told', len(error.problems), error.problems[0].file)\n"
    )
    env = os.environ | {"PYTHONPATH": str(PACKAGE.parent)}
    done = subprocess.run([sys.executable, script], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    rows, told = done.stdout.split("told")
    assert int(rows) > 100 and told.split() == ["1", "--replicates"]


def test_an_altered_digit_is_found(engine, tmp_path):
    base, plan = plans()
    told = kt.compare(base, plan, out=tmp_path / "a", **SMALL)
    kt.verify(told.folder)
    table = told.folder / "yearly.csv"
    text = table.read_text()
    at = text.rindex("1")
    table.write_text(text[:at] + "2" + text[at + 1 :])
    with pytest.raises((kt.InputError, kt.SurroundingsError)) as altered:
        kt.verify(told.folder)
    assert "yearly.csv" in str(altered.value)


def test_tables_go_to_arrow_and_pandas(engine, tmp_path):
    pyarrow, pandas = pytest.importorskip("pyarrow"), pytest.importorskip("pandas")
    levers = kt.levers()
    table = pyarrow.table(levers)
    assert table.num_rows == len(levers) > 100 and table.column_names[0] == "key"
    assert isinstance(levers.pandas(), pandas.DataFrame)
    assert levers.where(key="gate.strictness")["decides"] == ["municipality"]


def test_a_finished_result_is_not_computed_again(engine, tmp_path):
    base, plan = plans()
    once = kt.compare(base, plan, out=tmp_path / "a", **SMALL)
    stamp = (once.folder / "manifest.json").stat().st_mtime_ns
    again = kt.compare(base, plan, out=tmp_path / "a", resume=True, **SMALL)
    assert (again.folder / "manifest.json").stat().st_mtime_ns == stamp
    with pytest.raises((kt.InputError, kt.SurroundingsError)):
        kt.compare(base, plan, out=tmp_path / "a", **SMALL)
