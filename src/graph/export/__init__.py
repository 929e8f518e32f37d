"""Tables of the store's content, for those who work with rows: columns and order stay the same from run to run."""

from __future__ import annotations

from graph.export.coverage import Coverage, coverage
from graph.export.rows import rows
from graph.export.tables import TABLES, Column, Table, Type
from graph.export.write import WRITERS, write

__all__ = ["TABLES", "WRITERS", "Column", "Coverage", "Table", "Type", "coverage", "rows", "write"]
