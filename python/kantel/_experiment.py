"""Comparisons: the same people and the same luck under several scenarios."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import variance
from typing import Any

from . import _engine, _worker
from ._frames import Frame
from ._program import call, workplace
from ._scenario import Scenario


@dataclass(frozen=True)
class Verdict:
    """What is said of a difference."""

    verdict: str
    difference: float | None
    median: float | None
    p05: float | None
    p95: float | None
    share_better: float | None
    samples: int
    replicates: int
    share_chance: float | None
    samples_needed: int | None
    replicates_needed: int | None


class Experiment:
    """A finished comparison in its result folder."""

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        manifest = self.folder / "manifest.json"
        if not manifest.exists():
            raise FileNotFoundError(f"{self.folder} holds no result of kantel")
        self.manifest: dict[str, Any] = json.loads(manifest.read_text(encoding="utf-8"))

    def table(self, name: str) -> Frame:
        """A table of the folder, by the name of its file without `.csv`; DATA_DICTIONARY.md says what it holds."""
        return Frame.read(self.folder / f"{name}.csv")

    def key_figures(self) -> Frame:
        """The key figures over the horizon, with ranges and verdicts."""
        keys = {"euros.municipality", "euros.all", "persons.second_line", "need.severe.unhelped"}
        rows = [row for row in self.comparison() if row["indicator"] in keys and row["group"] == "all"]
        rows = [row for row in rows if row["period"] == "horizon"]
        return Frame({name: [row[name] for row in rows] for name in rows[0]} if rows else {})

    def comparison(self) -> Frame:
        """Every difference with range and verdict."""
        return self.table("comparison")

    def differences(self) -> Frame:
        """Differences of the council term and the horizon by sample."""
        return self.table("differences")

    def yearly(self) -> Frame:
        """Every series by scenario, sample, replicate and year."""
        return self.table("yearly")

    def samples(self) -> Frame:
        """The values drawn: scenario, sample, parameter, value, unit."""
        return self.table("samples")

    def points(self, scenario: str | None = None) -> Frame:
        """The values drawn, a row for each sample and a column for each number that varies."""
        drawn = self.samples()
        scenario = scenario or drawn["scenario"][0]
        rows: dict[int, dict[str, float]] = {}
        for row in drawn.where(scenario=scenario):
            rows.setdefault(row["sample"], {})[row["parameter"]] = row["value"]
        samples = sorted(rows)
        names = [name for name in rows[samples[0]] if len({rows[s].get(name) for s in samples}) > 1] if rows else []
        return Frame({"sample": samples, **{name: [rows[s].get(name) for s in samples] for name in names}})

    def variance(self, indicator: str) -> Frame:
        """Of an indicator's differences the shares of assumptions, chance and computing."""
        return self.table("variance").where(indicator=indicator)

    def outcome(self, function: Callable[[Mapping[str, list[float]], list[int]], float], group: str = "all") -> Frame:
        """An outcome of one's own: `function` gets, of one course, its yearly series by indicator and the years from 1."""
        courses: dict[tuple[str, int, int], dict[str, list[float]]] = {}
        years: list[int] = []
        for row in self.yearly():
            if row["group"] == group:
                of = courses.setdefault((row["scenario"], row["sample"], row["replicate"]), {})
                of.setdefault(row["indicator"], []).append(row["value"])
                if row["year"] not in years:
                    years.append(row["year"])
        rows = [(*key, function(series, years)) for key, series in courses.items()]
        names = ("scenario", "sample", "replicate", "value")
        return Frame({name: [row[i] for row in rows] for i, name in enumerate(names)})

    def judge(
        self, outcome: Frame, *, better: str = "neither", margin: float = 0.0, variant: str | None = None
    ) -> dict[str, Verdict]:
        """The verdict on an outcome, by variant: that of the program, on the same rules as its own figures."""
        names = list(dict.fromkeys(outcome["scenario"]))
        value = {(row["scenario"], row["sample"], row["replicate"]): row["value"] for row in outcome}
        verdicts = {}
        for name in names[1:] if variant is None else [variant]:
            rows = [
                (sample, replicate, base, value[name, sample, replicate])
                for (scenario, sample, replicate), base in value.items()
                if scenario == names[0] and (name, sample, replicate) in value
            ]
            verdicts[name] = _judged(rows, better, margin)
        return verdicts

    def microdata(
        self,
        table: str,
        *,
        variant: str | None = None,
        samples: Sequence[int] = (0,),
        replicates: Sequence[int] | None = None,
    ) -> Frame:
        """All that there is of some samples: `cases`, `episodes`, `entitlements` or `visits`, a row each.

        The courses run again and are watched. `variant` is a scenario by its name, the base too; without it: each.
        `kantel.columns()` says what the columns hold.
        """
        arguments = ["microdata", table, str(self.folder.resolve()), "--quiet"]
        if variant is not None:
            arguments += ["--scenario", variant]
        for option, numbers in (("--sample", samples), ("--replicate", replicates or ())):
            for number in numbers:
                arguments += [option, str(number)]
        with workplace() as place:
            return Frame.read(call(arguments, place, [self.folder.resolve().parent]).out)

    def household(self) -> Frame:
        """One household drawn by lot, under base and variant."""
        return self.table("lives")

    def report(self) -> Path:
        """The report, a file for a browser."""
        return self.folder / "report.html"


def _judged(rows: Iterable[tuple[int, int, float, float]], better: str, margin: float) -> Verdict:
    with workplace() as folder:
        with (folder / "outcome.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(("sample", "replicate", "base", "variant"))
            writer.writerows((s, r, repr(float(b)), repr(float(v))) for s, r, b, v in rows)
        told = call(["judge", "outcome.csv", "--better", better, "--margin", repr(float(margin))], folder).out
    row = next(iter(Frame.read(told)))
    return Verdict(**{name: row[name] for name in Verdict.__dataclass_fields__})


def judge(rows: Iterable[tuple[int, int, float, float]], *, better: str = "neither", margin: float = 0.0) -> Verdict:
    """The verdict on rows of sample, replicate, value in the base, value in the variant."""
    return _judged(rows, better, margin)


def _command(base: Scenario, variants: Sequence[Scenario], folder: Path, options: Mapping[str, Any]) -> list[str]:
    names = [scenario._put(folder) for scenario in (base, *variants)]
    command = ["compare", *names, *base._options(), "--quiet"]
    for option, value in options.items():
        if value is not None:
            command += [f"--{option.replace('_', '-')}", str(value)]
    return command


def _copied(name: str, folder: Path) -> str:
    """Puts a file of the user's into the folder of a command."""
    if Path(name).is_file():
        shutil.copy(name, folder / Path(name).name)
        return Path(name).name
    return name


def _part(
    base: Scenario, variants: Sequence[Scenario], options: Mapping[str, Any], inputs: str, part: tuple[int, int], to: str
) -> str:
    """Computes a part of a comparison; what a worker does."""
    i, n = part
    with workplace() as folder:
        if options.get("design") is not None:
            shutil.copy(Path(inputs) / options["design"], folder)
        command = _command(base, variants, folder, options)
        out = f"part{i}"
        call([*command, "--shard", f"{i}/{n}", "--out", out], folder)
        target = Path(to) / out
        # A worker that was killed may have left some of it.
        shutil.rmtree(target, ignore_errors=True)
        shutil.move(folder / out, target)
        return str(target)


def compare(
    base: Scenario,
    variants: Sequence[Scenario] | Scenario,
    *,
    closure: str | None = None,
    samples: int | None = None,
    replicates: int | None = None,
    seed: int | None = None,
    loops: int | None = None,
    design: str | os.PathLike[str] | None = None,
    workers: int | str | Any = 1,
    out: str | os.PathLike[str] | None = None,
    resume: bool = False,
    lang: str | None = None,
    **options: Any,
) -> Experiment:
    """Compares variants with a base on the same draws; the folder `out` holds what the command line would write.

    `workers`: processes on this machine, `"dask"` (a local cluster, or the one that is connected to), or a
    `distributed.Client`. `resume=True` goes on with what an earlier call in the same folder has computed.
    """
    variants = [variants] if isinstance(variants, Scenario) else list(variants)
    to = Path(out) if out is not None else Path("kantel-results") / "-".join(s.name for s in (base, *variants))[:80]
    asked = {"closure": closure, "samples": samples, "replicates": replicates, "seed": seed, "loops": loops}
    asked |= {"lang": lang, **options}
    if resume and (to / "manifest.json").exists():
        return Experiment(to)
    parent = to.resolve().parent
    parent.mkdir(parents=True, exist_ok=True)
    folder = _inputs(to)
    folder.mkdir(exist_ok=True)
    if design is not None:
        asked["design"] = _copied(os.fspath(design), folder)
    arguments = _command(base, variants, folder, asked)
    half = parent / f"{to.name}.courses"
    if workers != 1:
        _in_parts(base, variants, asked, workers, folder, parent / to.name)
    elif resume and half.exists():
        call(["resume", str(parent / to.name)], folder, [parent])
    else:
        call([*arguments, "--out", str(parent / to.name)], folder, [parent])
    return Experiment(to)


def _inputs(to: Path) -> Path:
    """Where the files lie that a result was asked for with: `verify` and `resume` read them again."""
    return to.resolve().parent / f"{to.name}.input"


def _in_parts(
    base: Scenario, variants: Sequence[Scenario], asked: Mapping[str, Any], workers: Any, folder: Path, to: Path
) -> None:
    """Parts by workers, put together."""
    if asked.get("samples") is None:
        raise ValueError("samples: parts take a stated number of them")
    given = (base, variants, asked, str(folder))
    with workplace() as parts:
        if isinstance(workers, int):
            n = max(1, workers)
            with ThreadPoolExecutor(n) as pool:
                done = [pool.submit(_worker.part, *given, (i, n), str(parts)) for i in range(1, n + 1)]
                folders = [one.result() for one in done]
        else:
            from distributed import Client, get_client

            client = workers
            if workers == "dask":
                try:
                    client = get_client()
                except ValueError:
                    client = Client(processes=True, threads_per_worker=1)  # type: ignore[no-untyped-call]
            n = min(max(1, 4 * len(client.scheduler_info()["workers"])), int(asked["samples"]))
            done = [client.submit(_part, *given, (i, n), str(parts), pure=False) for i in range(1, n + 1)]
            folders = client.gather(done)
        call(["merge", *folders, "--out", str(to)], folder, [to.parent, parts])


def run(scenario: Scenario, *, out: str | os.PathLike[str], **options: Any) -> Experiment:
    """Runs one scenario."""
    to = Path(out)
    to.parent.mkdir(parents=True, exist_ok=True)
    parent = to.parent.resolve()
    folder = _inputs(to)
    folder.mkdir(exist_ok=True)
    command = _command(scenario, [], folder, options)
    call(["run", *command[1:], "--out", str(parent / to.name)], folder, [parent])
    return Experiment(to)


class Evaluated(list["float | None"]):
    """Differences by point, in the order of the points; each is a mean over replicates.

    `share_chance` is the share of their variance that is chance and not the points (`None` with one replicate, which
    cannot tell): indices of a noisy outcome mislead.
    """

    def __init__(self, values: Iterable[float | None], share_chance: float | None, replicates: int) -> None:
        super().__init__(values)
        self.share_chance = share_chance
        self.replicates = replicates


def evaluate(
    base: Scenario,
    plan: Scenario,
    points: Sequence[Sequence[float]],
    *,
    paths: Sequence[str],
    outcome: str = "need.severe.unhelped",
    group: str = "all",
    period: str = "horizon",
    replicates: int = 1,
    others: str = "drawn",
    **options: Any,
) -> Evaluated:
    """The paired difference of an outcome at points: a row of quantiles (0 to 1) of the numbers `paths` each.

    All points are one design, computed by one command. Replicates are averaged, and `share_chance` of what comes back
    says how much of the differences between points is chance. What no point states is drawn, or at its best guess
    (`others="best"`).
    """
    told = evaluate_all(
        base,
        plan,
        points,
        [outcome],
        paths=paths,
        group=group,
        period=period,
        replicates=replicates,
        others=others,
        **options,
    )
    return told[outcome]


def evaluate_all(
    base: Scenario,
    plan: Scenario,
    points: Sequence[Sequence[float]],
    outcomes: Sequence[str],
    *,
    paths: Sequence[str],
    group: str = "all",
    period: str = "horizon",
    replicates: int = 1,
    others: str = "drawn",
    **options: Any,
) -> dict[str, Evaluated]:
    """The same of several outcomes, from one run."""
    with workplace() as place:
        design = place / "points.csv"
        with design.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(paths)
            writer.writerows([repr(float(x)) for x in row] for row in points)
        if others == "best":
            options["set"] = "experiment.others=best"
        told = compare(
            base,
            plan,
            samples=len(points),
            replicates=replicates,
            design=design,
            loops=0,
            out=place / "result",
            **options,
        )
        asked = {"variant": plan.name, "group": group, "period": period}
        differences = told.differences().where(**asked)
        parts = {outcome: told.variance(outcome).where(**asked) for outcome in outcomes}
    evaluated = {}
    for outcome in outcomes:
        rows = differences.where(indicator=outcome)
        by = dict(zip(rows["sample"], rows["difference"]))
        if not by:
            raise ValueError(f"no outcome {outcome} of {group} over {period}")
        values = [by.get(sample) for sample in range(len(points))]
        share = _share_chance(values, parts[outcome]) if replicates > 1 else None
        evaluated[outcome] = Evaluated(values, share, replicates)
    return evaluated


def _share_chance(values: Sequence[float | None], parts: Frame) -> float | None:
    """Of the variance of means over replicates the share that chance has left in them."""
    known = [value for value in values if value is not None]
    spread = variance(known) if len(known) > 1 else 0.0
    if not len(parts) or spread == 0.0:
        return None
    return float(min(1.0, parts["chance_of_sample"][0] / spread))


def verify(folder: str | os.PathLike[str], samples: int | None = None) -> str:
    """Computes a result anew and finds every altered file; raises `InputError` where one is."""
    there = Path(folder).resolve()
    arguments = ["verify", str(there)]
    if samples is not None:
        arguments += ["--samples", str(samples)]
    inputs = _inputs(there)
    return call(arguments, inputs if inputs.exists() else Path.cwd(), [there.parent]).out


def engine() -> str:
    """Which engine is used: `native` or `wasm`."""
    return _engine.engine().name
