"""The heading of a table in running text, divided over its columns: "Regio 2023 2024", "Jaar Aantal Kosten (€)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graph.extract.figures import lexicon
from graph.extract.figures.cellvalues import is_time
from graph.extract.figures.headings import is_measure

Columns = list[tuple[int, int] | None]
"""The stretches of the headings: first that of the labels, None where it has none, then one for each column."""

DIMENSIONS = re.compile(
    r"(?:soort(?:en)?|type|land(?:en)?|nationaliteit(?:en)?|jaar|jaren|regio|provincies?|gemeenten?|ministeries?|departement"
    r"|locaties?|leeftijd(?:scategorie)?|categorie(?:ën)?|organisaties?|instelling(?:en)?|maand|kwartaal|periode|datum"
    r"|peildatum|sector(?:en)?|onderwerp|onderdeel|geslacht|artikel|post|instrument|maatregel|scenario|groep|doelgroep"
    r"|universiteit|school|schoolsoort|onderwijssoort|ziekenhuis|aanbieder|partij|stad|eenheid|naam|omschrijving):?",
    re.IGNORECASE,
)
"""Words that head the labels of rows."""

_WORD = re.compile(r"\S+")
_MONTH = re.compile(
    r"(?:jan|feb|mrt|maart|apr|mei|juni?|juli?|aug|sept?|okt|nov|dec)[a-z]*\.?|kwartaal|halfjaar|Q[1-4]", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d[*:]?")
_LINKS = frozenset("t/m tot en met -".split())
_BEFORE_TIME = re.compile(
    r"(?:per|eind|begin|ultimo|medio|stand|realisatie|raming|begroting|begroot|geraamd|prognose|schooljaar|studiejaar"
    r"|seizoen|verwacht|gerealiseerd|eerste|tweede|derde|vierde|[1-4]e|\d{1,2})",
    re.IGNORECASE,
)
_OPENS_MEASURE = re.compile(
    r"(?:aantal(?:len)?|percentages?|bedrag(?:en)?|kosten|uitgaven|aandeel|gemiddelde?|budget|omzet|verschil|%)",
    re.IGNORECASE,
)
_BEFORE_MEASURE = frozenset("totaal totale".split())
_WORDS_A_COLUMN = 12
_LABELS = 3


def columns_of(text: str, start: int, end: int, count: int) -> Columns | None:
    """Divide a heading over columns; None where that is not certain.

    Args:
        text: the text of a view.
        start: where the heading begins in it.
        end: where it ends.
        count: how many columns of numbers there are.
    """
    words = text[start:end]
    told = re.findall(r"\w+", words.lower())
    finite = (lexicon.FINITE - lexicon.AMBIGUOUS) | {"zie", "zijn"}
    if not told or len(told) > _WORDS_A_COLUMN * (count + 1) or finite & {*told}:
        return None
    if words.rstrip()[-1] in ".;?!" and not _MONTH.fullmatch(words.split()[-1]):
        return None
    chunks = _chunks(text, start, end)
    return _times(text, chunks, count) or _measures(text, chunks, count) or _capitals(text, chunks, count)


def _chunks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the words of a heading, those of one time or one aside together: "2024 (t/m sept)", "1 januari 2025"."""
    chunks: list[tuple[int, int]] = []
    for word in _WORD.finditer(text, start, end):
        if chunks and _belong(text[slice(*chunks[-1])], word.group()):
            chunks[-1] = (chunks[-1][0], word.end())
        else:
            chunks.append(word.span())
    return chunks


def _belong(before: str, word: str) -> bool:
    if word[0] == "(" or before.count("(") > before.count(")"):
        return True
    last = before.split()[-1]
    timely = bool(_YEAR.fullmatch(word) or _MONTH.fullmatch(word))
    linked = is_time(before) and word in _LINKS
    goes_on = last in _LINKS and (timely or word[0].isdigit() or word in _LINKS) and len(before.split()) > 1
    dated = bool(_MONTH.fullmatch(last) and _YEAR.fullmatch(word) and not _YEAR.search(before))
    return linked or goes_on or dated or (timely and _BEFORE_TIME.fullmatch(last) is not None)


def _is_timely(chunk: str) -> bool:
    """Whether a chunk is a time, with or without a word for its status: "Raming 2025"."""
    first, _, rest = chunk.partition(" ")
    return is_time(chunk) or bool(rest and _BEFORE_TIME.fullmatch(first) and is_time(rest))


def _times(text: str, chunks: Sequence[tuple[int, int]], count: int) -> Columns | None:
    """Divide "Regio 2023 2024": the last chunks are the times of the columns."""
    if len(chunks) < count or not all(_is_timely(text[slice(*chunk)]) for chunk in chunks[-count:]):
        return None
    labels = chunks[:-count]
    if any(_is_timely(text[slice(*chunk)]) for chunk in labels) or (count == 1 and not _is_dimension(text, labels)):
        return None
    return [_hull(labels), *chunks[-count:]]


def _measures(text: str, chunks: Sequence[tuple[int, int]], count: int) -> Columns | None:
    """Divide "Jaar Aantal zaken Kosten (in € mln)": each column opens with a word for a measure."""
    starts = [
        n - 1 if n and text[slice(*chunks[n - 1])].lower() in _BEFORE_MEASURE else n
        for n, chunk in enumerate(chunks)
        if _OPENS_MEASURE.fullmatch(text[slice(*chunk)].split()[0]) and _opens(text, chunks, n)
    ]
    if len(starts) != count or any(_is_timely(text[slice(*chunk)]) for chunk in chunks):
        return None
    labels = chunks[: starts[0]]
    if count == 1 and not 0 < len(labels) <= _LABELS:
        return None
    return [_hull(labels), *_divided(chunks, starts)]


def _opens(text: str, chunks: Sequence[tuple[int, int]], n: int) -> bool:
    """Whether a measure word opens a column: it has a capital, or "Totaal" before it."""
    before = text[slice(*chunks[n - 1])] if n else ""
    return not text[chunks[n][0]].islower() or before in ("Totaal", "Totale")


def _capitals(text: str, chunks: Sequence[tuple[int, int]], count: int) -> Columns | None:
    """Divide "Universiteit Langlopende schulden Totale schuld": as many capitals and times as there are columns."""
    starts = [n for n, chunk in enumerate(chunks) if text[chunk[0]].isupper() or _is_timely(text[slice(*chunk)])]
    if len(starts) != count + 1 or starts[0] != 0:
        return None
    columns = _divided(chunks, starts)
    named = all(_is_timely(text[slice(*c)]) or is_measure(text[slice(*c)]) for c in columns[1:])
    return [*columns] if named or _is_dimension(text, columns[:1]) else None


def _is_dimension(text: str, labels: Sequence[tuple[int, int]]) -> bool:
    """Whether words head labels of rows: "Soort opvang"."""
    return bool(labels) and DIMENSIONS.fullmatch(text[labels[0][0] : labels[-1][1]].split()[0]) is not None


def _divided(chunks: Sequence[tuple[int, int]], starts: Sequence[int]) -> list[tuple[int, int]]:
    return [(chunks[low][0], chunks[high - 1][1]) for low, high in pairwise([*starts, len(chunks)])]


def _hull(chunks: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    return (chunks[0][0], chunks[-1][1]) if chunks else None
