"""The EMA Workbench: a finished comparison as its experiments and outcomes, and a comparison as its model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ._experiment import Experiment, evaluate_all
from ._scenario import Scenario


def to_ema(experiment: Experiment, variant: str | None = None, period: str = "horizon") -> tuple[Any, dict[str, Any]]:
    """Experiments (a DataFrame of what was drawn) and outcomes (paired differences): no second run."""
    import numpy

    points = experiment.points(variant)
    drawn = points.pandas().set_index("sample")
    told = experiment.differences()
    variant = variant or told["variant"][0]
    rows = told.where(variant=variant, group="all", period=period).pandas()
    wide = rows.pivot(index="sample", columns="indicator", values="difference").reindex(drawn.index)
    return drawn.reset_index(drop=True), {name: numpy.asarray(wide[name], dtype=float) for name in wide.columns}


def model(
    name: str, base: Scenario, plan: Scenario, paths: Sequence[str], outcomes: Sequence[str], **options: Any
) -> Any:
    """A model of the workbench: uncertainties are quantiles, outcomes paired differences over the horizon."""
    from ema_workbench import Model, RealParameter, ScalarOutcome

    plain = {path: path.replace(".", "_") for path in paths}

    def function(**quantiles: float) -> dict[str, float | None]:
        point = [[quantiles[plain[path]] for path in paths]]
        told = evaluate_all(base, plan, point, outcomes, paths=paths, **options)
        return {outcome.replace(".", "_"): told[outcome][0] for outcome in outcomes}

    made = Model(name, function=function)
    made.uncertainties = [RealParameter(plain[path], 0, 1) for path in paths]
    made.outcomes = [ScalarOutcome(outcome.replace(".", "_")) for outcome in outcomes]
    return made
