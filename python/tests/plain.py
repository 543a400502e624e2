"""The package with the standard library alone, on a program: `python3 python/tests/plain.py PROGRAM`, in seconds.

What needs pandas, pyarrow, wasmtime or pytest is in the other files here.
"""

import ast
import filecmp
import os
import pickle
import sys
import tempfile
import unittest
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PACKAGE))
#: Of each what it may import at once: nothing that is not in Python.
OPTIONAL = {"wasmtime", "pandas", "pyarrow", "numpy", "distributed", "ema_workbench", "SALib"}


class Plain(unittest.TestCase):
    def setUp(self) -> None:
        import kantel as kt

        self.kt = kt
        self.base = kt.Scenario("builtin:reactive", residents=300, years=2)
        self.plan = self.base.derive("outreach", {"outreach.door_fte": 0.4}, closure="extra")
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place = Path(place.name)

    def compared(self, name: str, **more: object) -> "object":
        asked = {"samples": 3, "replicates": 2, "seed": 7, "loops": 0, **more}
        return self.kt.compare(self.base, self.plan, out=self.place / name, **asked)

    def test_parts_give_the_same_bytes(self) -> None:
        whole, parts = self.compared("whole"), self.compared("parts", workers=2)
        for name in ("comparison.csv", "yearly.csv", "samples.csv"):
            self.assertTrue(filecmp.cmp(whole.folder / name, parts.folder / name, False), name)

    def test_an_own_outcome_is_judged_as_the_programs(self) -> None:
        told = self.compared("a")
        mine = told.outcome(lambda series, years: sum(series["euros.municipality"]) / len(years))
        verdict = told.judge(mine, better="lower", margin=300)["outreach"]
        row = next(iter(told.comparison().where(indicator="euros.municipality", group="all", period="horizon")))
        self.assertEqual(verdict.samples, 3)
        self.assertAlmostEqual(verdict.difference, row["difference"], 6)

    def test_microdata_are_counted_as_the_years_are(self) -> None:
        told = self.compared("a")
        cases = told.microdata("cases", variant="outreach", samples=[1], replicates=[0])
        of = {"scenario": "outreach", "sample": 1, "replicate": 0, "indicator": "team.cases", "group": "all"}
        years = told.yearly().where(**of)
        self.assertEqual([len(cases.where(year_started=year)) for year in years["year"]], years["value"])
        self.assertGreater(sum(years["value"]), 0)

    def test_points_mistakes_and_registries(self) -> None:
        kt = self.kt
        asked = {"paths": ["onset.income_ratio"], "outcome": "euros.municipality", "seed": 7, "replicates": 2}
        values = kt.evaluate(self.base, self.plan, [[0.1], [0.9]], **asked)
        self.assertEqual((len(values), values[0] != values[1]), (2, True))
        with self.assertRaises(kt.InputError) as told:
            self.base.derive("bad", {"outreach.dor_fte": 0.3, "gate.strictness": 7})
        self.assertEqual([problem.line for problem in told.exception.problems], [5, 6])
        self.assertEqual(str(pickle.loads(pickle.dumps(told.exception))), str(told.exception))
        self.assertEqual(pickle.loads(pickle.dumps(self.plan)), self.plan)
        self.assertGreater(len(kt.levers()), 100)
        self.assertEqual({row["table"] for row in kt.columns()}, {"cases", "episodes", "entitlements", "visits"})

    def test_nothing_that_is_not_in_python_is_imported_at_once(self) -> None:
        self.assertEqual(OPTIONAL & set(sys.modules), set())
        for file in sorted((PACKAGE / "kantel").glob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            plain = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
            names = {alias.name.split(".")[0] for node in plain if isinstance(node, ast.Import) for alias in node.names}
            self.assertEqual(OPTIONAL & names, set(), file.name)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(f"python3 {sys.argv[0]} PROGRAM")
    os.environ |= {"KANTEL_PROGRAM": str(Path(sys.argv.pop()).resolve()), "KANTEL_ENGINE": "native"}
    unittest.main(verbosity=0)
