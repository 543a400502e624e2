"""Compare policies for a Dutch district's care system before living through them.

Everything here is done by kantel's program, in WebAssembly or as installed: results are those of the command line, to
the byte. Python holds no knowledge of the model.
"""

from ._errors import Bug, InputError, Problem, SurroundingsError
from ._experiment import Evaluated, Experiment, Verdict, compare, engine, evaluate, judge, run, verify
from ._frames import Frame
from ._program import call as _call
from ._program import workplace as _workplace
from ._scenario import Scenario
from ._version import __version__


def _registry(table: str) -> Frame:
    with _workplace() as folder:
        return Frame.read(_call(["registry", table], folder).out)


def levers() -> Frame:
    """Every lever: mechanism, unit, range, who decides, source, what the model lacks of it."""
    return _registry("levers")


def parameters() -> Frame:
    """Every number of the world: unit, range, default, source."""
    return _registry("parameters")


def indicators() -> Frame:
    """Every indicator: unit, which way is better, the smallest difference that matters."""
    return _registry("indicators")


def links() -> Frame:
    """Every causal link: from, to, sign, loop, source."""
    return _registry("links")


def columns() -> Frame:
    """The columns of the tables of microdata, with units."""
    return _registry("microdata")


__all__ = [
    "Bug",
    "Evaluated",
    "Experiment",
    "Frame",
    "InputError",
    "Problem",
    "Scenario",
    "SurroundingsError",
    "Verdict",
    "__version__",
    "columns",
    "compare",
    "engine",
    "evaluate",
    "indicators",
    "judge",
    "levers",
    "links",
    "parameters",
    "run",
    "verify",
]
