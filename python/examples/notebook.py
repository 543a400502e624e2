# %% [markdown]
# Does going out in Deventer pay for itself, for whom, and in which worlds? A plan of 3 FTE at the door against today's
# organisation, on the same people and the same luck; beside it a stricter gate. `SAMPLES` and `RESIDENTS` are small here
# so that it runs in minutes; 400 samples of 8,000 residents are worth a verdict.

# %%
import os
import kantel as kt
from SALib.analyze import sobol as sobol_an
from SALib.sample import sobol
from ema_workbench.analysis import prim

SAMPLES, RESIDENTS = int(os.environ.get("SAMPLES", 40)), int(os.environ.get("RESIDENTS", 2000))
base = kt.Scenario("builtin:reactive", district="GM0150", start=2027, years=15, residents=RESIDENTS)
plan = base.derive("outreach", {"outreach.door_fte": 3.0, "outreach.targeting": "signal"}, closure="extra")
gate = base.derive("gate", {"gate.strictness": 0.2}, closure="extra")
print(base.diff(plan).pandas()[["key", "here", "there", "unit"]].to_string(index=False))

# %% [markdown]
# Samples are what nobody knows; replicates are chance within one. Two processes; `workers="dask"` would take a cluster.

# %%
asked = {"samples": SAMPLES, "replicates": 2, "seed": 42, "loops": 0, "workers": 2}
exp = kt.compare(base, [plan, gate], out="runs/gm0150", resume=True, **asked)
keys = exp.key_figures().pandas()[["variant", "indicator", "difference", "p05", "p95", "verdict"]]
print(keys.to_string(index=False, float_format="%.4g"))
parts = exp.variance("euros.municipality").where(period="horizon", group="all").pandas()
print(parts[["variant", "assumptions", "chance"]].to_string(index=False, float_format="%.2f"))

# %% [markdown]
# The difference in cost by year, as the program draws it.
# figure: cost-difference-1-outreach.svg

# %% [markdown]
# An outcome of one's own: what the municipality pays, discounted; judged by the rule by which the program judges its own.

# %%
npv = exp.outcome(lambda s, years: sum(e * 1.0225 ** -(y - 0.5) for e, y in zip(s["euros.municipality"], years)))
for name, verdict in exp.judge(npv, better="lower", margin=50_000).items():
    print(f"{name}: {verdict.difference:,.0f} ({verdict.p05:,.0f} to {verdict.p95:,.0f}), {verdict.verdict}")

# %% [markdown]
# In which worlds does it cost less than in most? A box over what was drawn, by PRIM of the EMA Workbench: no second run.
# Of 40 samples and a hundred numbers a box is found by luck alone; a few hundred samples are worth one.

# %%
drawn = exp.points("outreach").pandas().set_index("sample")
wide = npv.pandas().groupby(["scenario", "sample"]).value.mean().unstack(0)
costs = wide["outreach"] - wide["reactive"]
print(f"it pays in {(costs < 0).sum()} of {len(costs)} samples")
box = prim.Prim(drawn, (costs < costs.median()).to_numpy(), threshold=0.8, peel_alpha=0.1).find_box()
print(f"the box has {box.coverage:.0%} of the cheaper half, and {box.density:.0%} of what is in it are of that half")
print(", ".join(sorted(box.qp[-1])))

# %% [markdown]
# What do three numbers of the plan have to do with it? Sobol indices over their quantiles, and how much is chance.

# %%
from kantel.salib import problem

prob = problem(plan, ["visit.detection", "visit.hours", "trust.up"])
S = sobol.sample(prob, 16, calc_second_order=False, seed=1)
Y = kt.evaluate(base, plan, S, paths=prob["names"], replicates=2, outcome="need.severe.unhelped", seed=42, others="best")
import numpy

total = sobol_an.analyze(prob, numpy.array(Y), calc_second_order=False, seed=1)
for name, share, error in zip(prob["names"], total["ST"], total["ST_conf"]):
    print(f"{name}: {share:.2f} ± {error:.2f}")
print(f"of what differs between points {Y.share_chance:.0%} is chance: these indices tell little at this size")

# %% [markdown]
# All that there is of one sample: how many needs came to the team later than half a year, by network.

# %%
cases = exp.microdata("cases", variant="outreach", samples=[7]).pandas()
late = cases[cases.delay_weeks > 26].groupby("network").size()
print(late.to_string())

# %% [markdown]
# One household, drawn by lot, under today's organisation and the plan.

# %%
print(exp.household().pandas().head(8).fillna("").to_string(index=False))

# %% [markdown]
# And nothing was altered: the result computed anew, of one sample.

# %%
print(kt.verify("runs/gm0150", samples=1).split(": ", 1)[1].strip())
