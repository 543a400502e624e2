"""Scenarios: what is decided, in which district, in which world."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ._frames import Frame
from ._program import call, workplace

#: What a lever or number may be given: a number, a word, a flag, a range, or steps in time.
Value = float | int | str | bool | Mapping[str, Any] | list[Mapping[str, Any]]


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_toml(part)}" for key, part in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_toml(part) for part in value) + "]"
    raise TypeError(f"a scenario has no place for {type(value).__name__}")


def _file_name(name: str) -> str:
    return (re.sub(r"[^A-Za-z0-9_-]+", "-", name).strip("-") or "scenario") + ".toml"


@dataclass(frozen=True)
class Scenario:
    """A scenario by name: a built-in one, a file, or the text of one, with whatever is changed in it.

    It cannot be changed and can be a key of a dictionary; it is sent to other processes as its text. A district, years
    and residents hold for whatever is compared with it.
    """

    source: str
    district: str | None = None
    years: int | None = None
    start: int | None = None
    residents: int | None = None
    name: str = ""
    text: str | None = None
    builds_on: "Scenario | None" = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if "\n" in self.source and self.text is None:
            object.__setattr__(self, "text", self.source)
            object.__setattr__(self, "source", self.name or "scenario")
        elif self.text is None and not self.source.startswith("builtin:") and Path(self.source).suffix == ".toml":
            object.__setattr__(self, "text", Path(self.source).read_text(encoding="utf-8"))
        if not self.name:
            object.__setattr__(self, "name", Path(self.source.removeprefix("builtin:")).stem)
        with workplace() as folder:
            call(["check", self._put(folder)], folder)

    def derive(
        self,
        name: str,
        levers: Mapping[str, Value] | None = None,
        *,
        parameters: Mapping[str, Value] | None = None,
        closure: str | None = None,
    ) -> Scenario:
        """This scenario with other levers (and, where worlds may differ, other numbers); checked at once.

        Raises `InputError` with every mistake.
        """
        lines = ["schema_version = 1", f"base = {_toml(self._reference())}"]
        for table, values in (("levers", levers), ("parameters", parameters)):
            if values:
                lines += ["", f"[{table}]"] + [f"{key} = {_toml(value)}" for key, value in values.items()]
        if closure:
            lines += ["", "[experiment]", f"closure = {_toml(closure)}"]
        return Scenario(
            name, self.district, self.years, self.start, self.residents, name, "\n".join(lines) + "\n", self
        )

    def levers(self) -> Frame:
        """Every lever with unit, range, source and its value in week 0."""
        return self._registry("levers")

    def parameters(self) -> Frame:
        """Every number of the world with unit, range, source and its value here."""
        return self._registry("parameters")

    def diff(self, other: Scenario) -> Frame:
        """What `other` has otherwise: levers in week 0, and numbers of the world."""
        rows: dict[str, list[Any]] = {"key": [], "here": [], "there": [], "unit": [], "source": []}
        for of in ("levers", "parameters"):
            for here, there in zip(self._registry(of), other._registry(of)):
                if here["value"] != there["value"]:
                    for column, value in zip(
                        rows.values(), (here["key"], here["value"], there["value"], here["unit"], here["source"])
                    ):
                        column.append(value)
        return Frame(rows)

    def _registry(self, table: str) -> Frame:
        with workplace() as folder:
            return Frame.read(call(["registry", table, self._put(folder)], folder).out)

    def _reference(self) -> str:
        return self.source if self.text is None else _file_name(self.name)

    def _put(self, folder: Path) -> str:
        """Puts its files into a folder; how a command names it there."""
        if self.text is None:
            return self.source
        if self.builds_on is not None:
            self.builds_on._put(folder)
        (folder / _file_name(self.name)).write_text(self.text, encoding="utf-8")
        return _file_name(self.name)

    def _options(self) -> list[str]:
        """What holds for all that is compared with it."""
        options: list[str] = []
        for option, value in (("district", self.district), ("years", self.years), ("residents", self.residents)):
            if value is not None:
                options += [f"--{option}", str(value)]
        if self.start is not None:
            options += ["--set", f"context.start_year={self.start}"]
        return options
