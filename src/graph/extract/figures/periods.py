"""The time that a sentence speaks of: phrases of dates, resolved against each other and the day of the paper.

Periods are inclusive (DESIGN section 5): "tot 1 oktober 2025" ends on 30 September, "t/m september" too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph.extract.figures import relative, timewords
from graph.extract.figures.calendar import Element, Grain, elements
from graph.extract.figures.groups import Group, completed_groups, groups_of, is_bare_year
from graph.model import Period, Rule

RULES = (
    Rule("period-date", "peildatum", "reference date", "op 1 september 2025"),
    Rule("period-span", "tijdvak", "span", "in 2024"),
    Rule("period-range", "van begin tot eind", "from beginning to end", "van 1 juli t/m 30 september"),
    Rule("period-until", "tot een dag", "until a day", "tot 1 oktober 2025"),
    Rule("period-year-to-date", "jaar tot een dag", "year to date", "in 2025 tot en met september"),
    Rule("period-from", "vanaf een dag", "from a day", "vanaf 2026"),
    *relative.RULES,
    Rule("period-carried", "van het cijfer ervoor", "from the figure before", "Daarvan is 95% ingewilligd"),
    Rule(
        "period-paragraph", "van de alinea", "from the paragraph", "de aanvragen die in 2023 kwamen ... Het zijn er 921"
    ),
    Rule("period-note", "van de bron", "from the source note", "Bron: IND (peildatum 1 oktober 2025)"),
    Rule("period-question", "van de vraag", "from the question", "Hoeveel zijn er in 2025 uitgekeerd?"),
    Rule(
        "period-title",
        "van het jaar waarop het stuk terugkijkt",
        "from the year a paper looks back on",
        "over de verantwoording 2021",
    ),
    Rule("period-compared", "tijd van wat ernaast staat", "time of what is set beside it", "tegenover 17,6% in 2022"),
    Rule("period-each", "elk van de genoemde tijdvakken", "each of the periods named", "in zowel 2023 als 2024"),
)


_LEAD = 60
"""Letters before a phrase of time in which stands how it is meant."""


@dataclass(frozen=True, slots=True)
class PeriodPhrase:
    """A phrase of time: its stretch of the text, its periods in order, and whether a figure holds for each of them.

    `reference` marks the "peildatum" of a whole sentence or note.
    """

    start: int
    end: int
    periods: tuple[Period, ...]
    rule: str
    each: bool = False
    reference: bool = False


def period_phrases(text: str, day: date | None, *, row: bool = False, yearly: bool = True) -> tuple[PeriodPhrase, ...]:
    """Give the phrases of time in a sentence, in order.

    Args:
        text: the sentence.
        day: the day of the paper, against which "1 oktober jl." and "vorig jaar" are resolved; None leaves them out.
        yearly: whether figures are asked by year, so that "tot 1 oktober 2025" begins with its year; else it has no
            known beginning.
        row: whether it is a row of a list, at whose beginning a bare year is its time: "2011 3".

    >>> [str(p.periods[0].end) for p in period_phrases("Tot 1 oktober zijn in 2025 720 personen", date(2025, 11, 12))]
    ['2025-09-30']
    """
    found = [
        element
        for element in _of_the_year(text, elements(text), day)
        if not timewords.OF_A_PAPER.search(text, max(0, element.start - 160), element.start)
        and not timewords.SESSION.search(text, max(0, element.start - 40), element.start)
    ]
    groups = completed_groups(text, groups_of(text, found), day)
    phrases = _since(text, [said for group in groups if (said := _phrase(text, group, row=row, yearly=yearly))])
    phrases = [
        phrase for phrase in phrases if not timewords.BASELINE.search(text, max(0, phrase.start - _LEAD), phrase.start)
    ]
    if relative.TOLD.search(text):
        phrases = [
            phrase
            for phrase in phrases
            if phrase.rule != "period-date" or phrase.reference or timewords.PER.match(text, phrase.start)
        ]
    if day:
        phrases = _with_relative(text, day, phrases)
    return tuple(sorted(phrases, key=lambda phrase: phrase.start))


def _of_the_year(text: str, found: Iterable[Element], day: date | None) -> Iterator[Element]:
    """Give a part of a year the year named behind it from the paper's day: "het tweede kwartaal van dit jaar"."""
    for element in found:
        named = timewords.OF_THE_YEAR.match(text, element.end) if day and not element.year else None
        if named is None or day is None:
            yield element
            continue
        year = day.year - (named["last"] is not None) + (named["next"] is not None)
        yield replace(element.on(year), end=named.end())


def _since(text: str, phrases: list[PeriodPhrase]) -> list[PeriodPhrase]:
    """Join a beginning and an end that stand apart: "Sinds 1 april 2025 zijn tot en met oktober 312 contracten ..."."""
    if len(phrases) != 2 or phrases[1].rule not in ("period-until", "period-year-to-date"):
        return phrases
    first, last = phrases
    start, end = first.periods[0].start, last.periods[0].end
    lead = text[first.start : first.start + len("tot")].lower()
    if first.rule != "period-from" or start is None or end is None or end <= start or lead == "tot":
        return phrases
    return [replace(phrase, periods=(Period(start, end),), rule="period-range") for phrase in phrases]


def _with_relative(text: str, day: date, phrases: list[PeriodPhrase]) -> list[PeriodPhrase]:
    """Add the times named from the day of the paper; "op dit moment" only where nothing else says when."""
    told = [
        PeriodPhrase(start, end, (period,), rule)
        for start, end, period, rule in relative.relative_times(text, day)
        if not timewords.BASELINE.search(text, max(0, start - _LEAD), start)
        and not any(start < phrase.end and phrase.start < end for phrase in phrases)
    ]
    for one in told:
        if one.rule == "period-now" and (phrases or len(told) > 1):
            continue
        if one.rule == "period-so-far" and phrases:
            phrases = [_so_far(phrase, day) for phrase in phrases]
            continue
        phrases = [*phrases, one]
    return phrases


def _so_far(phrase: PeriodPhrase, day: date) -> PeriodPhrase:
    """End the year of the paper's day on that day: "in 2024 tot nu toe"."""
    period = phrase.periods[0]
    if len(phrase.periods) > 1 or not (period.start and period.end and period.start <= day < period.end):
        return phrase
    return replace(phrase, periods=(Period(period.start, day),), rule="period-so-far")


def _phrase(text: str, group: Group, *, row: bool, yearly: bool) -> PeriodPhrase | None:
    """Read a completed group as periods; None where nothing says that the element is a time at all."""
    first, last = group.elements[0], group.elements[-1]
    end = last.end

    def phrase(rule: str, *periods: Period, each: bool = False) -> PeriodPhrase:
        return PeriodPhrase(group.start, end, periods, rule, each, group.reference)

    if len(group.elements) == 2 and group.joint in ("until", "before", "dash"):
        if first.grain is Grain.YEAR and last.grain is not Grain.YEAR and first.year == last.year:
            return phrase("period-year-to-date", Period(first.first, _until(last, inclusive=group.joint != "before")))
        return phrase("period-range", Period(first.first, _until(last, inclusive=group.joint != "before")))
    if len(group.elements) == 2 and group.preposition == "between":
        return phrase("period-range", Period(first.first, _bound(last)))
    if len(group.elements) > 1:
        return _listed(group, phrase)
    match group.preposition:
        case "until" | "before":
            upto = _until(last, inclusive=group.preposition == "until")
            if last.grain is Grain.YEAR or (group.dated and not yearly and not text[:end].endswith("jaar")):
                return phrase("period-until", Period(None, upto))
            return phrase("period-year-to-date", Period(date(upto.year, 1, 1), upto))
        case "from":
            return phrase("period-from", Period(first.first, None))
        case "bound":
            return phrase("period-until", Period(None, _bound(last)))
        case "span" if first.grain is Grain.DAY and timewords.SINCE.search(text, 0, first.start):
            return phrase("period-from", Period(first.first, None))
        case "span" if first.grain is Grain.YEAR and timewords.AS_OF.search(
            text, max(0, first.start - _LEAD), first.start
        ):
            return phrase("period-from", Period(first.first, None))
        case "" if (
            first.grain is Grain.YEAR
            and timewords.IN_BRACKETS.search(text, max(0, first.start - _LEAD), first.start)
            and text[end : end + 1] == ")"
        ):
            return phrase("period-span", Period(first.first, first.last))
        case "" if first.grain is Grain.YEAR and timewords.OWN_BRACKET.match(text, end):
            return phrase("period-span", Period(first.first, first.last))
        case "" if (
            first.grain is Grain.YEAR
            and text[first.start - 1 : first.start] == "("
            and timewords.OWN_COLON.match(text, end)
        ):
            return phrase("period-span", Period(first.first, first.last))
        case "" if is_bare_year(first) and not (row and not text[: first.start].strip()):
            return None
        case "span" if first.grain is Grain.YEAR and timewords.PART_OF_A_YEAR.search(
            text, max(0, first.start - _LEAD), first.start
        ):
            return None
    rule = "period-date" if first.grain is Grain.DAY or first.turn else "period-span"
    return phrase(rule, Period(first.first, first.last))


def _listed(group: Group, phrase: Callable[..., PeriodPhrase]) -> PeriodPhrase:
    """Read "2023 en 2024": each of them after "zowel"; otherwise in order, for "respectievelijk" to give them out."""
    periods = tuple(Period(element.first, element.last) for element in group.elements)
    each = group.preposition == "each" or group.joint == "als"
    return phrase("period-each" if each else "period-span", *periods, each=each)


def _until(element: Element, *, inclusive: bool) -> date:
    return element.last if inclusive or element.turn == "eind" else element.first - timedelta(days=1)


def _bound(element: Element) -> date:
    """Give the last day of "tussen … en 1 oktober": the first of a month is where it stops, any other day counts."""
    return element.first - timedelta(days=1) if element.first.day == 1 and element.grain is Grain.DAY else element.last


def merged(periods: Iterable[Period]) -> Period:
    """Give the one period that spans several: "over de jaren 2011 en 2012"."""
    known = list(periods)
    starts = [period.start for period in known if period.start]
    ends = [period.end for period in known if period.end]
    return Period(min(starts) if starts else None, max(ends) if ends else None)
