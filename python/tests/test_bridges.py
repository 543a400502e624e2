import pytest

import kantel as kt

SMALL = {"samples": 30, "replicates": 1, "seed": 7, "loops": 0}


@pytest.fixture
def finished(engine, tmp_path):
    base = kt.Scenario("builtin:reactive", residents=400, years=1)
    plan = base.derive("outreach", {"outreach.door_fte": 0.4}, closure="extra")
    return base, plan, kt.compare(base, plan, out=tmp_path / "a", **SMALL)


def test_prim_finds_a_box_that_was_planted(finished):
    prim = pytest.importorskip("ema_workbench.analysis.prim")
    from kantel.ema import to_ema

    experiments, outcomes = to_ema(finished[2])
    assert len(experiments) == 30 and len(outcomes["euros.municipality"]) == 30
    name = "trust.up"
    planted = experiments[name] > experiments[name].median()
    box = prim.Prim(experiments, planted.to_numpy(), threshold=0.8).find_box()
    assert name in box.box_lims[-1].columns and box.mean > 0.95


def test_a_model_of_the_workbench_runs_once_for_all_its_outcomes(finished, monkeypatch):
    pytest.importorskip("ema_workbench")
    from kantel import _experiment
    from kantel.ema import model

    base, plan, _ = finished
    paths, outcomes = ["onset.income_ratio", "trust.up"], ["euros.municipality", "need.hidden"]
    commands = []
    call = _experiment.call
    monkeypatch.setattr(_experiment, "call", lambda arguments, *more: commands.append(arguments[0]) or call(arguments, *more))
    made = model("district", base, plan, paths, outcomes, seed=7)
    told = made.function(onset_income_ratio=0.2, trust_up=0.9)
    assert commands == ["compare"] and set(told) == {"euros_municipality", "need_hidden"}
    assert [u.name for u in made.uncertainties] == ["onset_income_ratio", "trust_up"]
    for outcome in outcomes:
        alone = kt.evaluate(base, plan, [[0.2, 0.9]], paths=paths, outcome=outcome, seed=7)
        assert told[outcome.replace(".", "_")] == alone[0]


def test_a_sobol_index_in_a_few_lines(engine):
    pytest.importorskip("SALib")
    from SALib.analyze import sobol as analysis
    from SALib.sample import sobol

    from kantel.salib import problem

    base = kt.Scenario("builtin:reactive", residents=300, years=1)
    plan = base.derive("outreach", {"outreach.door_fte": 0.4}, closure="extra")
    paths = ["onset.income_ratio", "trust.up"]
    asked = problem(plan, paths)
    points = sobol.sample(asked, 8, calc_second_order=False, seed=1)
    values = kt.evaluate(base, plan, points, paths=paths, outcome="euros.municipality", seed=7)
    import numpy

    indices = analysis.analyze(asked, numpy.array(values), calc_second_order=False, seed=1)
    assert len(indices["ST"]) == 2 and not numpy.isnan(indices["ST"]).any()
    with pytest.raises(ValueError):
        problem(plan, ["nothing"])


def test_a_cluster_gives_the_same_bytes(engine, tmp_path):
    distributed = pytest.importorskip("distributed")
    import filecmp

    base = kt.Scenario("builtin:reactive", residents=400, years=1)
    plan = base.derive("outreach", {"outreach.door_fte": 0.4}, closure="extra")
    asked = {"samples": 6, "replicates": 1, "seed": 7, "loops": 0}
    alone = kt.compare(base, plan, out=tmp_path / "alone", **asked)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        with distributed.Client(cluster) as client:
            shared = kt.compare(base, plan, out=tmp_path / "shared", workers=client, **asked)
    for name in ("comparison.csv", "yearly.csv"):
        assert filecmp.cmp(alone.folder / name, shared.folder / name, False)


def test_a_worker_that_is_killed_costs_no_byte(engine, tmp_path):
    distributed = pytest.importorskip("distributed")
    import filecmp
    import os
    import signal
    import threading
    import time

    base = kt.Scenario("builtin:reactive", residents=1500, years=5)
    plan = base.derive("outreach", {"outreach.door_fte": 0.4}, closure="extra")
    asked = {"samples": 8, "replicates": 1, "seed": 7, "loops": 0}
    alone = kt.compare(base, plan, out=tmp_path / "alone", **asked)
    killed = []

    def kill(client):
        # As soon as a worker is at a part, it ends.
        pids = client.run(os.getpid)
        while not killed:
            for worker, tasks in client.processing().items():
                if any("_part" in str(task) for task in tasks) and not killed:
                    os.kill(pids[worker], signal.SIGKILL)
                    killed.append(worker)
            time.sleep(0.02)

    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        with distributed.Client(cluster) as client:
            hand = threading.Thread(target=kill, args=(client,), daemon=True)
            hand.start()
            shared = kt.compare(base, plan, out=tmp_path / "shared", workers=client, **asked)
            hand.join(10)
    assert len(killed) == 1
    for name in ("comparison.csv", "yearly.csv"):
        assert filecmp.cmp(alone.folder / name, shared.folder / name, False)
