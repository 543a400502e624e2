"""What can go wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One mistake in what was given."""

    file: str
    line: int | None
    column: int | None
    field: str
    message: str
    value: str
    allowed: str
    help: str

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part not in (None, ""))
        told = ": ".join(part for part in (place, self.field, self.message) if part)
        more = "; ".join(
            part for part in (self.value, f"allowed: {self.allowed}" if self.allowed else "", self.help) if part
        )
        return f"{told} ({more})" if more else told


class InputError(ValueError):
    """Something that was given is wrong; `problems` has all of it."""

    def __init__(self, problems: list[Problem], told: str = "") -> None:
        self.problems = problems
        self.told = told
        super().__init__("\n".join(str(problem) for problem in problems) or told)

    def __reduce__(self) -> tuple[type[InputError], tuple[list[Problem], str]]:
        return InputError, (self.problems, self.told)


class SurroundingsError(OSError):
    """The disk, or what is allowed there, failed."""


class Bug(RuntimeError):
    """The program ended in a way that it never should."""

    def __init__(self, told: str) -> None:
        self.told = told
        super().__init__(f"kantel ended by a bug of its own; please report this with the scenario:\n{told}")

    def __reduce__(self) -> tuple[type[Bug], tuple[str]]:
        return Bug, (self.told,)


def problem(row: dict[str, object]) -> Problem:
    """A mistake from what the program tells."""

    def text(key: str) -> str:
        told = row.get(key)
        return str(told.get("en", "")) if isinstance(told, dict) else str(told or "")

    def number(key: str) -> int | None:
        told = row.get(key)
        return told if isinstance(told, int) else None

    return Problem(
        file=text("file"),
        line=number("line"),
        column=number("column"),
        field=text("field"),
        message=text("message"),
        value=text("value"),
        allowed=text("allowed"),
        help=text("help"),
    )
