"""Tables for spreadsheets: CSV that Excel opens as it is meant, and a workbook with typed cells.

A page's words must stay words: no cell is a formula or a live link. In CSV such a text gets a leading apostrophe; the
cells of a workbook have a type of their own and need none.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime

import polars as pl
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it ships no type information

from pipelines.publish.selection import ExportError

FORMULA = r"^\s*[=+\-@＝＋－＠]|^[\t\r\n]"
BETWEEN = "; "
EPOCH = (1980, 1, 1, 0, 0, 0)
LONGEST_CELL = 32_767
MOST_ROWS = 1_048_575


def csv_text(table: pl.DataFrame) -> bytes:
    """One table as CSV: UTF-8 with a byte order mark, CRLF, days and instants as ISO, instants in UTC."""
    flat = _flat(table)
    texts = pl.col(pl.String)
    flat = flat.with_columns(pl.when(texts.str.contains(FORMULA)).then("'" + texts).otherwise(texts).name.keep())
    text = flat.write_csv(
        include_bom=False, line_terminator="\r\n", datetime_format="%Y-%m-%dT%H:%M:%SZ", date_format="%Y-%m-%d"
    )
    return b"\xef\xbb\xbf" + text.encode()


def csv_archive(tables: Mapping[str, pl.DataFrame]) -> bytes:
    """All tables as CSV in one ZIP archive, equal bytes for equal rows."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, table in tables.items():
            entry = zipfile.ZipInfo(f"{name}.csv", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, csv_text(table))
    return data.getvalue()


def workbook(tables: Mapping[str, pl.DataFrame]) -> bytes:
    """All tables as sheets of one XLSX workbook, with a filter in the header; equal bytes for equal rows.

    ExportError where a table has more rows than a sheet holds.
    """
    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(data, options) as book:
        book.set_properties({"title": "Entente", "created": datetime(*EPOCH)})  # noqa: DTZ001 - Excel has no zones
        for name, table in tables.items():
            if table.height > MOST_ROWS:
                raise ExportError(
                    f"{name} has {table.height:,} rows, and a sheet holds {MOST_ROWS:,}; choose an alliance or a "
                    "member, or --format csv"
                )
            flat = _flat(table).with_columns(
                pl.col(pl.String).str.slice(0, LONGEST_CELL),
                pl.col(pl.Datetime("us", "UTC")).dt.replace_time_zone(None),
            )
            flat.write_excel(
                book,
                worksheet=name,
                table_style="Table Style Light 1",
                autofilter=True,
                freeze_panes=(1, 0),
                dtype_formats={pl.Date: "yyyy-mm-dd", pl.Datetime: "yyyy-mm-dd hh:mm:ss", pl.Float64: "General"},
                column_widths=130,
            )
    return data.getvalue()


def _flat(table: pl.DataFrame) -> pl.DataFrame:
    lists = [name for name, kind in table.schema.items() if isinstance(kind, pl.List)]
    return table.with_columns(pl.col(name).list.join(BETWEEN) for name in lists)
