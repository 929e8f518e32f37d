"""Rows of lists and of tables in plain text: short lines with a number at their end, and what they stand under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.extract.figures.numerals import canonical
from graph.extract.figures.scene import Framing, Scene
from graph.extract.figures.subjects import clause
from graph.extract.figures.tables import euros_of
from graph.extract.figures.tabletopics import NUMBERED
from graph.extract.figures.tokens import tokens

_ENDS_IN_NUMBER = re.compile(r"\d%?\s*$")
_ENDS_IN_YEAR = re.compile(r"\b(?:in|over|van|voor|per|eind|sinds|tot|t/m|en)\s(?:19|20)\d\d\s*$", re.IGNORECASE)
"""A title that ends in its time: "In beslag genomen wapens in 2023"."""

_BARE_NUMBERS = re.compile(r"(?!(?:19|20)\d\d )\d[\d.,]*(?: \d[\d.,]*)+")
_ROW_WORDS = 12
_COLUMN_OF_TIMES = frozenset("jaar jaren maand kwartaal peildatum datum".split())


def in_euros_of_table(lines: Sequence[str], scene: Scene) -> Scene:
    """Give a bare number in a row the euros that the lines above its table speak of."""
    numeral = scene.quantity.numeral
    if scene.heading is None or not scene.is_count or numeral.rule != "number":
        return scene
    euros = euros_of(reversed(lines[max(0, scene.heading - 2) : scene.heading + 1]))
    if euros is None:
        return scene
    numeral = replace(numeral, value=canonical(numeral.value * euros), rule="table-unit")
    return replace(scene, quantity=replace(scene.quantity, numeral=numeral, unit="EUR"))


def heading_of(lines: Sequence[str], line: int) -> int | None:
    """Give the line that a row stands under: the nearest above that is no row; None where the line is no row."""
    if not _is_row(lines[line]):
        return None
    return next((above for above in range(line - 1, -1, -1) if not _is_row(lines[above])), None)


def lost_cells(lines: Sequence[str], line: int) -> bool:
    """Whether a row stands beside a line of bare numbers: it is what is left of a table that lost its columns."""
    beside = [*lines[max(0, line - 1) : line], *lines[line + 1 : line + 2]]
    return any(_BARE_NUMBERS.fullmatch(other) for other in beside)


def under_heading(lines: Sequence[str], scene: Scene, framing: Framing) -> tuple[str, str | None] | None:
    """Name a row by the heading that it stands under, "Jaar Aantal begrotingshoofdstukken", and its own words."""
    own = framing.subject.label if framing.subject else None
    heading = NUMBERED.sub("", lines[scene.heading]) if scene.heading is not None else ""
    titles = [token for token in tokens(heading, 0, len(heading)) if token.low not in _COLUMN_OF_TIMES]
    thing = clause(titles)
    if thing and len(titles) <= _ROW_WORDS:
        return thing.label, own
    return (own, None) if own else None


def _is_row(line: str) -> bool:
    short = len(line.split(maxsplit=_ROW_WORDS)) <= _ROW_WORDS
    return short and _ENDS_IN_NUMBER.search(line) is not None and not _ENDS_IN_YEAR.search(line)
