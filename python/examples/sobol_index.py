"""A Sobol index with SALib: which numbers of a plan decide whom it reaches, and how much of that is chance."""

import kantel as kt
import numpy
from kantel.salib import problem
from SALib.analyze import sobol as analysis
from SALib.sample import sobol

base = kt.Scenario("builtin:reactive", years=5, residents=4000)
plan = base.derive("outreach", {"outreach.door_fte": 2.0, "outreach.targeting": "signal"}, closure="extra")
asked = problem(plan, ["visit.detection", "visit.hours", "trust.up"])
points = sobol.sample(asked, 64, calc_second_order=False, seed=1)
values = kt.evaluate(base, plan, points, paths=asked["names"], outcome="need.hidden", replicates=4, seed=42, others="best")
indices = analysis.analyze(asked, numpy.array(values), calc_second_order=False, seed=1)
for name, share, error in zip(asked["names"], indices["ST"], indices["ST_conf"]):
    print(f"{name}: {share:.2f} ± {error:.2f}")
print(f"{values.share_chance:.0%} of what differs between points is chance")
