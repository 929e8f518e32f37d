"""What a table is about: its title, the sentence that announces it, or the figure that it divides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.extract.figures import lexicon
from graph.extract.figures.calendar import Grain, elements
from graph.extract.figures.figure import Figure
from graph.extract.figures.headings import heading_of
from graph.extract.figures.periods import period_phrases
from graph.extract.figures.scales import COUNTS, IN_UNIT, ONE, Scale, scale_of
from graph.extract.figures.sentences import Sentence, sentences
from graph.extract.figures.subjects import clause
from graph.extract.figures.tokens import Tag, Token, tokens
from graph.joints import BREAK
from graph.model import Period, Status

_LINES_ABOVE = 4
_TITLE_WORDS = 25
_FINITE = (lexicon.FINITE - lexicon.AMBIGUOUS) | {"zijn", "toont", "tonen", "vermeldt", "laat", "blijken"}
NUMBERED = re.compile(r"^(?:tabel|overzicht|figuur|grafiek|bijlage)\s?[\dIVX]*[a-z]?\s?[.:–-]?\s+", re.IGNORECASE)
"""The number that a title has: "Tabel 2:"."""

_OPENS = re.compile(
    r"^(?:hieronder|onderstaande?|overzicht(?: van)?|(?:totaal |totale )?aantal(?:len)?(?: van)?|ontwikkeling(?: van)?"
    r"|verdeling(?: van)?|(?:de|het|een)) (?=\w)",
    re.IGNORECASE,
)
_OPENINGS = 4
"""Of those, how many may follow each other: "Hieronder het aantal"."""

_DIVIDED = re.compile(
    r",? \(?(?:uitgesplitst|onderverdeeld|verdeeld|gesplitst|opgesplitst|ingedeeld|naar|in de (?:periode|jaren)"
    r"|over de jaren|per (?:kalender|school)?(?:jaar|maand|kwartaal|nationaliteit|soort|type|provincie|gemeente|land"
    r"|regio|instelling|leeftijd|leeftijdscategorie|geslacht|ministerie|departement|organisatie|sector|categorie"
    r"|locatie|eenheid|sectie))\b.*$",
    re.IGNORECASE,
)
"""How a title says along what it is divided, which the rows and columns name again: "per nationaliteit"."""

_MEASURED = re.compile(
    r"\b(?:hoeveel(?:heid)?|aantal(?:len)?|percentages?|aandeel|overzicht van|verdeling van|ontwikkeling van"
    r"|(?:totale |gemiddelde )?(?:\w*kosten|\w*uitgaven|\w*budget(?:ten)?|\w*bedrag(?:en)|\w*duur|\w*tijden|\w*instroom"
    r"|\w*uitstroom|\w*bezetting|\w*capaciteit|\w*middelen|\w*subsidies|\w*verplichtingen|\w*ontvangsten|\w*inkomsten))\b",
    re.IGNORECASE,
)
"""Nouns by which a sentence announces what its table measures."""

_YEAR_ASIDE = re.compile(r"\(((?:19|20)\d\d)\)")
_SAYS_NOTHING = frozenset("overzicht tabel verdeling uitsplitsing gegevens uitkomsten aantallen bedragen".split())
"""Titles that name the table, not what it measures."""

_KEY_FIGURES = re.compile(r"(?:kerncijfers|kengetallen|(?:enkele )?cijfers)\b", re.IGNORECASE)
"""Titles that say that there are figures, not of what: each row or column measures its own."""

_HOLLOW = frozenset("hoeveel hoeveelheid aantal aantallen overzicht verdeling ontwikkeling van bedragen".split())
_SHOWN = frozenset(
    "weergegeven opgenomen vermeld gegeven getoond samengevat uitgesplitst onderverdeeld verdeeld gepresenteerd "
    "uitgewerkt per naar zoals hieronder onderstaand onderstaande tabel".split()
)
_OF_SIGNS = re.compile(r"\bhaakjes\b|\bafgerond(?:e)? op\b|\bafrondings?verschil", re.IGNORECASE)
"""Sentences on how numbers are written: "Bedragen tussen haakjes zijn negatief"."""

_POINTS = re.compile(
    r"\b(?:deze|die|dit|hiervan|daarvan|verdeling|verdeeld|uitgesplitst|uitsplitsing|onderverdeling|onderverdeeld"
    r"|als volgt|onderstaande?|hieronder|volgende)\b",
    re.IGNORECASE,
)
"""Words that let a table go on with the figure before it: "Deze zijn als volgt verdeeld"."""


@dataclass(frozen=True)
class Topic:
    """What is said of a table as a whole; `sentence` is the index of the sentence that announces it.

    `rule` names where the label is from; `counts` says that those words speak of a number of things.
    """

    label: str = ""
    rule: str = ""
    period: Period = field(default_factory=Period)
    period_rule: str = ""
    scales: tuple[Scale, ...] = ()
    status: Status | None = None
    sentence: int | None = None
    counts: bool = False


def topic_of(
    text: str, start: int, floor: int, titles: Sequence[str], figures: Sequence[Figure], day: date | None
) -> Topic:
    """Read what stands above a table.

    Args:
        text: the text of the view.
        start: where the table begins in it.
        floor: where the table before it ends: what is above that is not about this one.
        titles: the words of its own rows that name all of it.
        figures: the figures of the sentences, in order.
        day: the day of the paper.
    """
    above, announcement = _above(text, start, floor)
    told = [*reversed(titles), *above]
    named = next((words for words in told if thing_of(words, day)), "")
    label, rule = (thing_of(named, day), "table-title") if named else ("", "")
    heads = [heading_of(words, day) for words in told]
    period, period_rule = next(((h.period, "period-table") for h in heads if h.period), (Period(), ""))
    carried: Figure | None = None
    words = text[announcement.start : announcement.end] if announcement else ""
    if announcement:
        if not label and (thing := announced(words, day)):
            label, rule, named = thing, "table-announced", words
        carried = _carried(figures, announcement, floor) if _POINTS.search(words) else None
        if not label and carried:
            label, rule = carried.indicator, "table-divides"
        if not period:
            period, period_rule = _period(words, day)
        if not period and carried and rule == "table-divides" and len(carried.periods) == 1:
            period, period_rule = carried.periods[0], "period-carried"
    index = sentences(text).index(announcement) if announcement else None
    scales = tuple(scale for line in [*told, words] if (scale := scale_of_line(line)) != Scale())
    status = next((head.status for head in heads if head.status), None)
    return Topic(label, rule, period, period_rule, scales, status, index, COUNTS.search(named) is not None)


def scale_of_line(line: str) -> Scale:
    """Read the scale that a title or sentence gives; its unit only where it scales, or stands in brackets."""
    scale, _ = scale_of(line)
    if scale.factor != ONE or scale.unit == "ratio":
        return scale
    asides = re.findall(r"\((?:in )?[^()]{1,20}\)", line) + IN_UNIT.findall(line)
    return next((s for aside in asides if (s := scale_of(aside)[0]).unit not in (None, "count")), Scale())


def _above(text: str, start: int, floor: int) -> tuple[list[str], Sentence | None]:
    """Give the titles above a table, the nearest first, and the sentence that announces it."""
    titles: list[str] = []
    lines = list(_lines(text[:start], floor))
    for low, high in reversed(lines[-_LINES_ABOVE:]):
        inside = [
            s
            for s in sentences(text[:start])
            if low <= s.start and s.end <= high and not _OF_SIGNS.search(text, s.start, s.end)
        ]
        last = inside[-1] if inside else None
        if last is None or not is_title(text[last.start : last.end]):
            whole = next((s for s in sentences(text) if last and s.start == last.start), None)
            return titles, whole
        titles.append(text[last.start : last.end])
        if len(inside) > 1:
            whole = next((s for s in sentences(text) if s.start == inside[-2].start), None)
            return titles, whole
    return titles, None


def _lines(text: str, floor: int) -> Iterator[tuple[int, int]]:
    at = floor
    for line in text[floor:].split(BREAK):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def is_title(words: str) -> bool:
    """Whether words name a table and say nothing: no verb, no full stop."""
    if NUMBERED.match(words):
        return True
    told = re.findall(r"[\w'’-]+", words.lower())
    return 0 < len(told) <= _TITLE_WORDS and words[-1] not in ".?!;" and not any(word in _FINITE for word in told)


def thing_of(title: str, day: date | None) -> str:
    """Read what a title names: "Tabel 2: Asielaanvragen per nationaliteit in 2024 (x 1.000)" names "asielaanvragen".

    >>> thing_of("Tabel 2: Asielaanvragen per nationaliteit in 2024 (x 1.000)", None)
    'asielaanvragen'
    """
    words = NUMBERED.sub("", title).strip()
    if re.match(r"bron(?:nen)?\b|\(", words, re.IGNORECASE) or _KEY_FIGURES.match(words):
        return ""
    words = _DIVIDED.sub("", IN_UNIT.sub("", scale_of(words)[1]))
    if re.fullmatch(r"\W*(?:alle )?(?:bedragen|aantallen)?\W*", words, re.IGNORECASE):
        return ""
    for _ in range(_OPENINGS):
        words = _OPENS.sub("", words)
    found = clause(_with_times(words, 0, len(words), day))
    return found.label if found and found.label not in _SAYS_NOTHING else ""


def announced(sentence: str, day: date | None) -> str:
    """Read what a sentence says that a table shows, or asks to: "Hieronder staat het aantal meldingen per jaar".

    >>> announced("Kunt u een overzicht geven van het aantal meldingen per jaar?", None)
    'meldingen'
    """
    match = _MEASURED.search(sentence)
    if match is None:
        return ""
    sequence = _with_times(sentence, match.start(), len(sentence), day)
    while sequence and sequence[0].low in _HOLLOW:
        sequence = sequence[1:]
    kept: list[Token] = []
    for token in sequence:
        stops = token.tag in (Tag.STOP, Tag.COMMA, Tag.RELATIVE) or (token.tag is Tag.FINITE and kept[1:])
        if stops or token.low in _SHOWN or token.low in _FINITE:
            break
        kept.append(token)
    found = clause(kept)
    return found.label if found else ""


def _with_times(words: str, start: int, end: int, day: date | None) -> list[Token]:
    """Give the words of a stretch, its times as one token each."""
    fixed = [(phrase.start, phrase.end, Tag.TIME) for phrase in period_phrases(words, day)]
    fixed += [(e.start, e.end, Tag.TIME) for e in elements(words) if e.grain is Grain.YEAR]
    return tokens(words, start, end, fixed)


def _period(sentence: str, day: date | None) -> tuple[Period, str]:
    phrases = period_phrases(sentence, day)
    if len(phrases) == 1 and len(phrases[0].periods) == 1:
        return phrases[0].periods[0], phrases[0].rule
    years = _YEAR_ASIDE.findall(sentence)
    if not phrases and len(years) == 1:
        return Period(date(int(years[0]), 1, 1), date(int(years[0]), 12, 31)), "period-table"
    return Period(), ""


def _carried(figures: Sequence[Figure], announcement: Sentence, floor: int) -> Figure | None:
    """Give the last figure of the paragraph that announces a table, or of the one before."""
    before = [f for f in figures if floor <= f.quantity.start < announcement.end and announcement.line - f.line <= 1]
    return before[-1] if before and not any(map(str.isdigit, before[-1].indicator)) else None
