"""Reading one CSV file of the knowledge base into rows that know their line.

Here belong the file's form (columns, empty cells, dates, closed terms) and the wording of what is wrong with it; what a
row means is in loading.py.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipelines.tables.declaration import Vocabulary

MAX_CELL = 500


class KnowledgeError(ValueError):
    """The knowledge base cannot be used; the message names file and line, and says how to mend it."""

    def __init__(self, message: str, path: Path, line: int = 0) -> None:
        self.path = path
        self.line = line
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")


@dataclass(frozen=True, slots=True)
class Row:
    """One data row: where it stands, and its cells stripped, an empty one as None."""

    path: Path
    line: int
    cells: dict[str, str | None]

    def error(self, message: str) -> KnowledgeError:
        """A KnowledgeError about this row."""
        return KnowledgeError(message, self.path, self.line)

    @property
    def place(self) -> str:
        """File and line, for naming this row in a message about another one."""
        return f"{self.path.name}:{self.line}"

    def optional(self, column: str) -> str | None:
        """The cell, or None where it is empty."""
        return self.cells[column]

    def required(self, column: str) -> str:
        """The cell; KnowledgeError where it is empty."""
        value = self.cells[column]
        if value is None:
            raise self.error(f"{column} is empty; fill it in, or delete the line")
        return value

    def term(self, column: str, vocabulary: Vocabulary) -> str:
        """The cell, which must be a term of the vocabulary."""
        value = self.required(column)
        if value not in vocabulary:
            raise self.error(f"{column} is {value!r}; write one of {', '.join(vocabulary.terms)}")
        return value

    def day(self, column: str) -> date | None:
        """The cell as a day; KnowledgeError where it is none."""
        value = self.cells[column]
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise self.error(f"{column} is {value!r}; write a day as YYYY-MM-DD, or leave it empty") from error

    def required_day(self, column: str) -> date:
        """The cell as a day; KnowledgeError where it is empty or none."""
        self.required(column)
        day = self.day(column)
        assert day is not None  # noqa: S101  required() has just found it filled
        return day


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The data rows of a CSV file with exactly these columns, in any order; a missing file is an error.

    Empty lines are skipped. Line numbers are those of an editor: a quoted cell with line breaks counts all its lines.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise KnowledgeError(f"the file is missing; put it back, with the columns {','.join(columns)}", path) from error
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"cannot be read ({error}); save it as a CSV file in UTF-8", path) from error
    reader = csv.reader(text.splitlines(keepends=True))
    line = 0
    try:
        header = [cell.strip() for cell in next(reader, [])]
        if sorted(header) != sorted(columns):
            raise KnowledgeError(f"the columns are {','.join(header)}; they must be {','.join(columns)}", path, 1)
        line = reader.line_num
        for cells in reader:
            first, line = line + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                raise KnowledgeError(
                    f"{len(cells)} cells instead of {len(header)}; quote a cell that holds a comma", path, first
                )
            stripped = {name: cell.strip() or None for name, cell in zip(header, cells, strict=True)}
            row = Row(path, first, stripped)
            for name, value in stripped.items():
                if value is not None and (len(value) > MAX_CELL or not value.isprintable()):
                    raise row.error(
                        f"{name} is longer than {MAX_CELL} characters or holds a line break; shorten it to one line"
                    )
            yield row
    except csv.Error as error:
        raise KnowledgeError(f"{error}; check the quotes", path, line + 1) from error
