"""Scenario discovery with the EMA Workbench: in which worlds does going out cost the municipality nothing?"""

import kantel as kt
from ema_workbench.analysis import prim
from kantel.ema import to_ema

base = kt.Scenario("builtin:reactive", years=10, residents=4000)
plan = base.derive("outreach", {"outreach.door_fte": 2.0, "outreach.targeting": "signal"}, closure="extra")
told = kt.compare(base, plan, samples=200, replicates=1, seed=42, loops=0, workers=2, out="runs/discovery", resume=True)

experiments, outcomes = to_ema(told)
box = prim.Prim(experiments, outcomes["euros.municipality"] <= 0, threshold=0.5).find_box()
print(f"coverage {box.coverage:.0%}, density {box.density:.0%}")
print(box.box_lims[-1].loc[:, list(box.qp[-1])])
