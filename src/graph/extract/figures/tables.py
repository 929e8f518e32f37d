"""Tables: the headings that name their figures, and rows in running text that lost their cells.

Rows of bare numbers without headings that fit are left unread and said to be so, rather than guessed at: a figure
without its row and column is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from graph.extract.figures.exclusions import exclusions
from graph.extract.figures.quantities import Quantity, quantities
from graph.model import Rule

RULES = (
    Rule("table-unit", "eenheid van de tabel", "unit of the table", "bedragen x € 1.000"),
    Rule("table-cell", "cel van een tabel", "cell of a table", "Noodopvang | 26.410 | 29.790"),
    Rule("table-title", "titel van de tabel", "title of the table", "Tabel 2: Asielaanvragen per nationaliteit"),
    Rule(
        "table-announced",
        "zin die de tabel aankondigt",
        "sentence that announces the table",
        "Hieronder staat het aantal meldingen per jaar",
    ),
    Rule(
        "table-divides",
        "cijfer dat de tabel verdeelt",
        "figure that the table divides",
        "Er waren 69.630 plekken. Deze zijn als volgt verdeeld:",
    ),
    Rule("table-corner", "kop van de rijen", "heading of the rows", "Aantal aanvragen | 2023 | 2024"),
    Rule("table-column", "kop van de kolom", "heading of the column", "Ministerie | Verplichtingen | Uitgaven"),
    Rule("table-row", "kop van de rij", "heading of the row", "Gemiddelde doorlooptijd | 102 | 118"),
    Rule(
        "table-row-short",
        "rij waarin cellen leeg zijn",
        "row with open cells, placed by a sum",
        "Jaar | Loon | Huur | Totaal, 2004 | 400 | 400",
    ),
    Rule("period-column", "tijd in de kop van de kolom", "time in the heading of the column", "2023 | 2024 t/m sept."),
    Rule("period-row", "tijd in de kop van de rij", "time in the heading of the row", "2023 | 32.175"),
    Rule(
        "period-each-year",
        "peildatum van elk jaar",
        "reference day of each year",
        "De peildatum is steeds 1 april: 2015 | 2020 | 2025",
    ),
    Rule("period-table", "tijd in de titel van de tabel", "time in the title of the table", "Instroom in 2024"),
)

_CELL = r"[-−+]?\s?(?:€ ?)?\d+(?:[.,]\d+)*(?:\s?%|°[/!,o0’'. ]*)?|PM"
_YEAR = r"(?:19|20)\d\d"
_BARE = r"[-−+]?\d+(?:[.,]\d+)*"
_RUN = re.compile(rf"(?<![\w.,/])(?:{_CELL})(?: +(?:{_CELL})(?![\w/])){{2,}}")
_PAIR = re.compile(
    rf"(?<![\w.,/€])(?<!€ )(?!{_YEAR}\b)(?:-/- )?{_BARE} (?!{_YEAR}\b)(?:-/- )?{_BARE}"
    r"(?![\w/%.,]| ?(?:mln|mil|mld|euro|procent|%))"
)
_AMOUNT = rf"€ ?{_BARE}(?: (?:mln|miljoen|mld|miljard)\b\.?)?"
_AMOUNTS = re.compile(rf"{_AMOUNT}(?: {_AMOUNT})+")
_DAY = re.compile(r"\d{1,2} (?:jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)")


def flattened_tables(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of a view in which numbers follow each other without a word.

    >>> list(flattened_tables("AFM 28,7 50,4 79,3 in 2025 720 personen"))
    [(4, 18)]
    """
    last = 0
    runs = [m.span() for p in (_RUN, _PAIR, _AMOUNTS) for m in p.finditer(text) if not _is_a_sentence(m, text)]
    for run in sorted(runs, key=lambda run: (run[0], -run[1])):
        if run[0] >= last:
            yield run
            last = run[1]


def lost_runs(text: str, cells: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the runs of numbers without words between them of which nothing is known: no table, no number, no name.

    Args:
        text: the text of a view.
        cells: the stretches that are read as cells of a table.

    >>> lost_runs("AFM 28,7 50,4 79,3 in 2024 2025", [])
    [(4, 18)]
    """
    runs = [run for run in sorted(flattened_tables(text)) if not any(a < run[1] and run[0] < b for a, b in cells)]
    if not runs:
        return []
    whole = [(quantity.start, quantity.end) for quantity in quantities(text)]
    named = {at for start, end in exclusions(text) for at in range(start, end)}
    return [
        (start, end)
        for start, end in runs
        if not any(low <= start and end <= high for low, high in whole)
        and not {at for at in range(start, end) if text[at].isdigit()} <= named
    ]


_THOUSANDS = re.compile(r"(?:[x×*]|maal) ?(?:€|EUR|euro) ?1[. ]?000(?P<million>[. ]?000)?", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"(?:€|euro|EUR|bedragen)[^.\n]{0,20}?\b(?P<scale>duizenden|duizend|miljoenen|miljoen|mln|miljarden|mld)\b"
    r"|\bin (?P<scale2>duizenden|miljoenen|miljarden|mln|mld)\.? (?:€|euro|EUR)",
    re.IGNORECASE,
)
_SCALES = {"d": Decimal(10**3), "m": Decimal(10**6)}


def euros_of(headings: Iterable[str]) -> Decimal | None:
    """Give the euros that a 1 in a table stands for, as the lines above it say; None where they do not speak of euros.

    >>> euros_of(["Uitgaven (x € 1.000)"]), euros_of(["bedragen in miljoenen €"]), euros_of(["Jaar Aantal"])
    (Decimal('1000'), Decimal('1000000'), None)
    """
    for heading in headings:
        if thousands := _THOUSANDS.search(heading):
            return Decimal(10**6) if thousands["million"] else Decimal(10**3)
        if words := _IN_WORDS.search(heading):
            scale = (words["scale"] or words["scale2"]).lower()
            return Decimal(10**9) if scale in ("miljarden", "mld") else _SCALES[scale[0]]
    return None


def _is_a_sentence(match: re.Match[str], text: str) -> bool:
    """Whether the run is a date or a year before a number: "op 1 januari 2025 69.630 plekken"."""
    numbers = match.group().split()
    return len(numbers) == 2 and bool(_DAY.match(text, match.start() + len(numbers[0]) + 1))


def holds(quantity: Quantity, run: tuple[int, int]) -> bool:
    """Whether a run of digits is one number whose digits are grouped by spaces: "133 441"."""
    numeral = quantity.numeral
    return " " in numeral.written and numeral.start <= run[0] and run[1] <= numeral.end
