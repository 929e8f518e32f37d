"""The heading of a table in running text, divided over its columns: "Regio 2023 2024", "Jaar Aantal Kosten (€)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.extract.figures import lexicon
from graph.extract.figures.cellvalues import is_time
from graph.extract.figures.dimensions import DIMENSIONS
from graph.extract.figures.headings import is_measure
from graph.extract.figures.textrows import behind_sentence, lines_of

Columns = list[tuple[int, int] | None]
"""The stretches of the headings: first that of the labels, None where it has none, then one for each column."""

_WORD = re.compile(
    r"\S+?[a-zA-Z](?=(?:Aantal|Percentage|Bedrag|Kosten|Uitgaven|Aandeel|Gemiddelde?|Budget|Totaal|Totale)(?:\s|$))|\S+"
)
"""A word; where a heading lost a space, the next column opens in the middle of one: "marktAantal"."""

_MONTH = re.compile(
    r"(?:jan|feb|mrt|maart|apr|mei|juni?|juli?|aug|sept?|okt|nov|dec)[a-z]*\.?|kwartaal|halfjaar|Q[1-4]", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d[*:]?")
_CLEAN = re.compile(r"[\w(€$%‘'\"+<>≥≤&*#-][\w()€$%.,:;’'\"/&*+<>≥≤=°²³†‡–—-]*|[-–—/=×]")
"""What a word of a heading looks like; others are what is left of one in a paper that was scanned: "•J’•.’"."""

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
_LABEL_REACH = 40
_TELLING_WORDS = 4
_HEADING_LINES = 8
_HEADING_REACH = 2000


def heading_above(text: str, start: int, count: int) -> Columns | None:
    """Find the heading of so many columns of numbers in the lines that end where their rows start.

    That of one column stands on one line.
    """
    return next(headings_above(text, start, count), None)


def headings_above(text: str, start: int, count: int) -> Iterator[Columns]:
    """Give the ways in which what stands above rows may be a heading, the shortest first."""
    low = max(0, start - _HEADING_REACH)
    above = [(low + a, low + b) for a, b in lines_of(text[low:start].rstrip())] if count > 0 else []
    near = above[-1:] if count == 1 else above[-_HEADING_LINES:]
    begins = [at for line in reversed(near) for at in (behind_sentence(text, *line), *_labels_head(text, *line))]
    for way in (_by_line, columns_of):
        found = (way(text, begin, above[-1][1], count) for begin in begins)
        yield from (_with_labels(text, columns) for columns in found if columns)


def _with_labels(text: str, columns: Columns) -> Columns:
    """Give columns the heading of the labels that ends the line above them: "Zie dit overzicht. Dienst"."""
    first = next(span for span in columns if span)
    words = list(_WORD.finditer(text, max(0, first[0] - _LABEL_REACH), first[0]))
    head = words[-1] if words and not columns[0] else None
    if head is None or not _opens_column(head.group()) or not DIMENSIONS.fullmatch(head.group()):
        return columns
    return [head.span(), *columns[1:]]


def _labels_head(text: str, start: int, end: int) -> list[int]:
    """Give where a heading may begin within a line, the last first: "Veestapel Soort Melkkoeien Kalveren"."""
    words = list(_WORD.finditer(text, start, end))
    return [w.start() for w in reversed(words) if w.group()[0].isupper() and DIMENSIONS.fullmatch(w.group())]


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
    if not all(map(_CLEAN.fullmatch, words.split())):
        return None
    if words.rstrip()[-1] in ".;?!" and not _MONTH.fullmatch(words.split()[-1]):
        return None
    chunks = _chunks(text, start, end)
    ways = (_by_line(text, start, end, count), *(way(text, chunks, count) for way in (_times, _measures, _capitals)))
    found = next(filter(None, ways), None)
    heads = [text[slice(*span)] for span in found[1:] if span] if found else []
    return found if found and not _is_interleaved(heads) and not any(") (" in head for head in heads) else None


def _is_interleaved(heads: Sequence[str]) -> bool:
    """Whether the lines of headings that stood beside each other were read across: both begin with the same words."""
    openings = [tuple(head.split()[:_TELLING_WORDS]) for head in heads]
    return any(n == _TELLING_WORDS for n in map(len, openings)) and len({*openings}) < len(openings)


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
    """Divide "Jaar Aantal zaken Kosten (in € mln)": each column opens with a word for a measure.

    "Post Kosten 2023 Kosten 2024": where columns have times, each ends in one.
    """
    starts = [
        n - 1 if n and text[slice(*chunks[n - 1])].lower() in _BEFORE_MEASURE else n
        for n, chunk in enumerate(chunks)
        if _OPENS_MEASURE.fullmatch(text[slice(*chunk)].split()[0]) and _opens(text, chunks, n)
    ]
    if len(starts) != count:
        return None
    labels = chunks[: starts[0]]
    timely = [n for n, chunk in enumerate(chunks) if _is_timely(text[slice(*chunk)])]
    if timely and timely != [n - 1 for n in [*starts[1:], len(chunks)]]:
        return None
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


def parted(text: str, start: int, end: int, count: int, *, labelled: bool = False) -> Columns | None:
    """Divide a line over columns by its capitals and times alone; None where there are not as many of them.

    Args:
        text: the text of a view.
        start: where the line begins in it.
        end: where it ends.
        count: how many columns there are, besides one of labels.
        labelled: whether any word may head the labels, not only one that is known to.
    """
    chunks = _chunks(text, start, end)
    starts = [
        n for n, c in enumerate(chunks) if text[c[0]].isupper() or text[c[0]] == "%" or _is_timely(text[slice(*c)])
    ]
    if starts[:1] != [0] or not all(map(_CLEAN.fullmatch, text[start:end].split())):
        return None
    columns = _divided(chunks, starts)
    if len(columns) == count + 1 and (labelled or _is_dimension(text, columns[:1])):
        return [*columns]
    return [None, *columns] if len(columns) == count else None


def _by_line(text: str, start: int, end: int, count: int) -> Columns | None:
    """Divide a heading each of whose columns has a line of its own, the labels theirs or one with the first column."""
    lines = [(start + low, start + high) for low, high in lines_of(text[start:end])]
    if count < 2 or not count <= len(lines) <= count + 1 or any(not _opens_column(text[slice(*e)]) for e in lines):
        return None
    opens = [word for word in _WORD.finditer(text, *lines[0]) if _opens_column(word.group())]
    if not _is_dimension(text, lines[:1]) or len(opens) > 2:
        return None
    if len(lines) == count + 1:
        return [*lines] if len(opens) == 1 else None
    label = text[lines[0][0] : opens[-1].start()].rstrip()
    return [(start, start + len(label)), (opens[-1].start(), lines[0][1]), *lines[1:]] if len(opens) == 2 else None


def _opens_column(words: str) -> bool:
    return words[:1].isupper() or words[:1].isdigit()


def _is_dimension(text: str, labels: Sequence[tuple[int, int]]) -> bool:
    """Whether words head labels of rows: "Soort opvang"."""
    return bool(labels) and DIMENSIONS.fullmatch(text[labels[0][0] : labels[-1][1]].split()[0]) is not None


def _divided(chunks: Sequence[tuple[int, int]], starts: Sequence[int]) -> list[tuple[int, int]]:
    return [(chunks[low][0], chunks[high - 1][1]) for low, high in pairwise([*starts, len(chunks)])]


def _hull(chunks: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    return (chunks[0][0], chunks[-1][1]) if chunks else None
