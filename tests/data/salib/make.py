"""Makes the points, outcomes and indices of this folder with SALib (pip install SALib; versions in README.md)."""

import csv
import math
import pathlib

import numpy as np
from SALib.analyze import morris as morris_indices
from SALib.analyze import sobol as sobol_indices
from SALib.sample import morris as morris_points
from SALib.sample import sobol as sobol_points

HERE = pathlib.Path(__file__).parent


def ishigami(u):
    x = [-math.pi + 2 * math.pi * v for v in u]
    return math.sin(x[0]) + 7 * math.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * math.sin(x[0])


def g(u):
    a = [0.0, 1.0, 4.5, 9.0, 99.0]
    return math.prod((abs(4 * v - 2) + w) / (1 + w) for v, w in zip(u, a))


def problem(names):
    return {"num_vars": len(names), "names": names, "bounds": [[0.0, 1.0]] * len(names)}


def write(name, header, rows):
    with open(HERE / name, "w", newline="\n") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([[repr(float(x)) for x in row] for row in rows])


for function, names in [(ishigami, ["x1", "x2", "x3"]), (g, ["x1", "x2", "x3", "x4", "x5"])]:
    of = problem(names)
    points = morris_points.sample(of, 12, num_levels=4, seed=7)
    outcomes = np.array([function(p) for p in points])
    found = morris_indices.analyze(of, points, outcomes, num_levels=4, seed=1)
    write(f"{function.__name__}-morris-points.csv", names, points)
    write(f"{function.__name__}-morris-outcomes.csv", ["y"], [[y] for y in outcomes])
    columns = [np.ma.getdata(found[key]).astype(float) for key in ["mu", "mu_star", "sigma"]]
    write(f"{function.__name__}-morris-indices.csv", ["mu", "mu_star", "sigma"], zip(*columns))
    for second in [False, True]:
        points = sobol_points.sample(of, 32, calc_second_order=second, seed=7)
        outcomes = np.array([function(p) for p in points])
        found = sobol_indices.analyze(of, outcomes, calc_second_order=second, seed=1)
        stem = f"{function.__name__}-sobol" + ("-second" if second else "")
        write(f"{stem}-points.csv", names, points)
        write(f"{stem}-outcomes.csv", ["y"], [[y] for y in outcomes])
        write(f"{stem}-indices.csv", ["S1", "ST"], zip(found["S1"], found["ST"]))
        if second:
            pairs = [(i, j, found["S2"][i, j]) for i in range(len(names)) for j in range(i + 1, len(names))]
            write(f"{stem}-pairs.csv", ["i", "j", "S2"], pairs)
