"""An outcome of one's own, judged by the rule by which the program judges its own."""

import kantel as kt

base = kt.Scenario("builtin:reactive", years=10, residents=4000)
plan = base.derive("outreach", {"outreach.door_fte": 2.0, "outreach.targeting": "signal"}, closure="extra")
told = kt.compare(base, plan, samples=60, replicates=2, seed=42, loops=0, workers=2, out="runs/own", resume=True)


def last_years(series, years):
    """People in severe need without help in the last three years, on average."""
    return sum(series["need.severe.unhelped"][-3:]) / 3


print(told.judge(told.outcome(last_years), better="lower", margin=0.5)["outreach"])
