"""Tables as they are in the files: texts, numbers, and nothing where nothing is known."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

#: Columns that stay texts, whatever stands in them.
_TEXTS = frozenset(
    "scenario base variant closure indicator group period unit verdict decider key name name_nl mechanism choices "
    "decides grade source does lacks what what_nl from to sign loop kind better margin_of "
    "parameter bound pattern role payer table column household resident income network domain severity severity_first "
    "known route product law door end opened".split()
)


class Frame:
    """A table: `columns` by name, each a list. `pandas()`, `arrow()`, and whatever reads Arrow's C stream."""

    def __init__(self, columns: dict[str, list[Any]]) -> None:
        self.columns = columns

    @classmethod
    def read(cls, source: Path | str) -> Frame:
        """A table of a result folder, or the text of one."""
        if isinstance(source, Path):
            with source.open(newline="", encoding="utf-8") as file:
                return cls._of(file)
        return cls._of(io.StringIO(source))

    @classmethod
    def _of(cls, lines: Any) -> Frame:
        rows = csv.reader(lines)
        heads = next(rows, [])
        cells: list[list[str]] = [[] for _ in heads]
        for row in rows:
            for column, cell in zip(cells, row):
                column.append(cell)
        return cls({head: _typed(head, column) for head, column in zip(heads, cells)})

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), []))

    def __getitem__(self, name: str) -> list[Any]:
        return self.columns[name]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        names = list(self.columns)
        for values in zip(*self.columns.values()):
            yield dict(zip(names, values))

    def where(self, **equal: Any) -> Frame:
        """The rows in which columns have these values."""
        keep = [i for i, row in enumerate(self) if all(row[name] == value for name, value in equal.items())]
        return Frame({name: [column[i] for i in keep] for name, column in self.columns.items()})

    def arrow(self) -> Any:
        """The table as `pyarrow.Table`."""
        import pyarrow

        return pyarrow.table({name: pyarrow.array(column) for name, column in self.columns.items()})

    def parquet(self, path: str | os.PathLike[str]) -> Path:
        """Writes the table as a Parquet file; it takes pyarrow."""
        import pyarrow.parquet

        pyarrow.parquet.write_table(self.arrow(), path)
        return Path(path)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.arrow().__arrow_c_stream__(requested_schema)

    def pandas(self) -> Any:
        """The table as `pandas.DataFrame`."""
        import pandas

        return pandas.DataFrame(self.columns)

    to_pandas = pandas

    def __repr__(self) -> str:
        return f"<{len(self)} rows: {', '.join(self.columns)}>"


def _typed(name: str, column: list[str]) -> list[Any]:
    """Whole numbers and numbers where all that is there are; else texts. What is missing is `None`."""
    if name in _TEXTS:
        return [cell if cell != "" else None for cell in column]
    for kind in (int, float):
        try:
            return [kind(cell) if cell != "" else None for cell in column]
        except ValueError:
            continue
    return [cell if cell != "" else None for cell in column]
