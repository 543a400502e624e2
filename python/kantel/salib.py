"""SALib's designs and analyses on kantel's numbers: `problem` names them by their quantiles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ._scenario import Scenario


def problem(plan: Scenario, paths: Sequence[str]) -> dict[str, Any]:
    """What SALib samples from: quantiles, 0 to 1, of these numbers; ranges and forms stay the model's own."""
    known = set(plan.parameters()["key"])
    wrong = [path for path in paths if path not in known and "." not in path]
    if wrong:
        raise ValueError(f"no numbers of the world: {', '.join(wrong)}")
    return {"num_vars": len(paths), "names": list(paths), "bounds": [[0.0, 1.0]] * len(paths)}
