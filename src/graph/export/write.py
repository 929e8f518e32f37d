"""Rows as files: CSV, JSON Lines and Parquet, the same rows in the same order giving the same bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import IO

from graph.errors import KamergraafError
from graph.export.rows import Value
from graph.export.tables import Table, Type

_BATCH = 10_000


class ExportError(KamergraafError):
    """A format that this installation cannot write."""


def write(name: str, table: Table, rows: Iterable[tuple[Value, ...]], out: IO[bytes]) -> int:
    """Write rows and give how many there were.

    Args:
        name: one of `WRITERS`.
        table: whose rows they are.
        rows: in the order of the table's columns.
        out: where to.

    Raises:
        ExportError: for Parquet, when pyarrow is not installed.
    """
    return WRITERS[name](table, rows, out)


def _csv(table: Table, rows: Iterable[tuple[Value, ...]], out: IO[bytes]) -> int:
    """Write CSV as RFC 4180 has it: commas, CRLF, UTF-8; what is absent is empty."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([column.name for column in table.columns])
    number = 0
    for number, row in enumerate(rows, 1):  # noqa: B007 - the last one is the count
        writer.writerow([_cell(value) for value in row])
    text.detach()
    return number


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)


def _json_lines(table: Table, rows: Iterable[tuple[Value, ...]], out: IO[bytes]) -> int:
    """Write one JSON object a line; what is absent is null."""
    names = [column.name for column in table.columns]
    number = 0
    for number, row in enumerate(rows, 1):  # noqa: B007 - the last one is the count
        line = json.dumps({name: _json(value) for name, value in zip(names, row, strict=True)}, ensure_ascii=False)
        out.write(line.encode() + b"\n")
    return number


def _json(value: Value) -> str | int | float | bool | None:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def _parquet(table: Table, rows: Iterable[tuple[Value, ...]], out: IO[bytes]) -> int:
    """Write Parquet with typed columns; numbers are doubles."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        message = "Parquet needs pyarrow, which is not installed: pip install 'kamergraaf[parquet]', or choose csv"
        raise ExportError(message) from error
    kinds = {
        Type.TEXT: pa.string(), Type.INTEGER: pa.int64(), Type.NUMBER: pa.float64(), Type.DATE: pa.date32(),
        Type.BOOLEAN: pa.bool_(),
    }  # fmt: skip
    schema = pa.schema([(column.name, kinds[column.type]) for column in table.columns])
    number = 0
    waiting = iter(rows)
    with pq.ParquetWriter(out, schema) as writer:
        while batch := list(islice(waiting, _BATCH)):
            columns = [[_arrow(row[at]) for row in batch] for at in range(len(table.columns))]
            writer.write_table(pa.table(columns, schema=schema))
            number += len(batch)
    return number


def _arrow(value: Value) -> Value | float:
    return float(value) if isinstance(value, Decimal) else value


WRITERS: dict[str, Callable[[Table, Iterable[tuple[Value, ...]], IO[bytes]], int]] = {
    "csv": _csv,
    "jsonl": _json_lines,
    "parquet": _parquet,
}
"""By the name of the format."""
