"""The forms in which facts leave for other tools, each written by a module of its own; and putting them in a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipelines.publish.export_ftm import follow_the_money
from pipelines.publish.export_graph import graph_ml
from pipelines.publish.export_linked import json_ld
from pipelines.publish.export_sheets import csv_archive, csv_text, workbook
from pipelines.publish.selection import ExportError, Selected
from pipelines.storage import atomic
from pipelines.storage.errors import explained

TEXT_FORMS: dict[str, Callable[[Selected], bytes]] = {
    "jsonld": json_ld,
    "ftm": follow_the_money,
    "graphml": graph_ml,
}


def export_text(selected: Selected, form: str) -> bytes:
    """A selection in a form that is one text: jsonld, ftm, graphml, or csv where the selection is one table.

    ExportError for a form that is no single text.
    """
    if form in TEXT_FORMS:
        return TEXT_FORMS[form](selected)
    if form == "csv" and len(selected.tables) == 1:
        return csv_text(next(iter(selected.tables.values())))
    raise ExportError(f"{form} is not one text: say where it goes with --out, or with csv choose one --table")


def export_file(selected: Selected, form: str, target: Path, *, force: bool = False) -> None:
    """Write a selection to `target`, whole or not at all; csv into a folder, or an archive where its name ends in .zip.

    ExportError where something stands there and `force` is not given; StorageError where it cannot be written.
    """
    folder = form == "csv" and target.suffix.lower() not in (".zip", ".csv")
    if folder:
        files = {target / f"{name}.csv": csv_text(table) for name, table in selected.tables.items()}
    elif form == "csv" and target.suffix.lower() == ".zip":
        files = {target: csv_archive(selected.tables)}
    else:
        files = {target: workbook(selected.tables) if form == "xlsx" else export_text(selected, form)}
    for path in files:
        if path.is_dir():
            raise ExportError(f"{path} is a folder; name a file with --out")
        if path.exists() and not force:
            raise ExportError(f"{path} exists; --force replaces it")
    for path, data in files.items():
        with explained("write", path), atomic.replacing(path) as file:
            file.write(data)
