"""The time that a sentence speaks of: phrases of dates, resolved against each other and the day of the paper.

Periods are inclusive (DESIGN section 5): "tot 1 oktober 2025" ends on 30 September, "t/m september" too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph.extract.figures import relative, timewords
from graph.extract.figures.calendar import Element, Grain, elements
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
    Rule("period-each", "elk van de genoemde tijdvakken", "each of the periods named", "in zowel 2023 als 2024"),
)


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


_INCLUSIVE = r"tot en ?met|t/m|tot & met"
_BETWEEN_ELEMENTS = re.compile(
    rf"[\s(]*(?:(?P<until>{_INCLUSIVE})|(?P<before>tot(?: aan)?)|(?P<dash>[-–])|(?P<als>als)"
    r"|(?P<en>en|,(?: en)?|alsmede))?"
    r"(?: (?:in|op|per|van|over|het jaar|de maand|eind|begin|medio|ultimo|het|de))*\s*$"
)
_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(]))(?P<reference>(?:stand ?maand ?/ ?)?(?:peildatum|stand)(?: (?:van|op|is|per))?:?\s?)?"
    rf"(?:(?P<each>zowel(?: in| op)?)|(?P<until>{_INCLUSIVE})|(?P<before>tot(?: aan)?|vóór)"
    r"|(?P<from>vanaf|sinds|met ingang van|na)|(?P<bound>tussen(?: [^\s.;]+){1,6} en)|(?P<between>tussen)"
    r"|(?P<span>in|over|gedurende|van|voor|uit|per|op|om|(?:in )?de (?:periode|jaren)|(?:in )?het jaar|(?:be)?jaar"
    r"|begin|eind|medio|ultimo|halverwege|(?:rijks|ontwerp)?begroting)(?=[ ]|$))?"
    r"(?: ?(?:de periode|de jaren|het jaar|de maand(?:en)?|begin|eind|medio|ultimo|het|de|heel)(?= ))*\s?$",
    re.IGNORECASE,
)


def period_phrases(text: str, day: date | None, *, row: bool = False) -> tuple[PeriodPhrase, ...]:
    """Give the phrases of time in a sentence, in order.

    Args:
        text: the sentence.
        day: the day of the paper, against which "1 oktober jl." and "vorig jaar" are resolved; None leaves them out.
        row: whether it is a row of a list, at whose beginning a bare year is its time: "2011 3".

    >>> [str(p.periods[0].end) for p in period_phrases("Tot 1 oktober zijn in 2025 720 personen", date(2025, 11, 12))]
    ['2025-09-30']
    """
    found = [
        element
        for element in elements(text)
        if not timewords.OF_A_PAPER.search(text, max(0, element.start - 160), element.start)
        and not timewords.SESSION.search(text, max(0, element.start - 40), element.start)
    ]
    groups = _complete(_groups(text, found), day)
    phrases = [phrase for group in groups if (phrase := _phrase(text, group, row=row))]
    phrases = [phrase for phrase in phrases if not timewords.BASELINE.search(text, 0, phrase.start)]
    if relative.TOLD.search(text):
        phrases = [
            phrase
            for phrase in phrases
            if phrase.rule != "period-date" or phrase.reference or timewords.PER.match(text, phrase.start)
        ]
    if day:
        phrases = _with_relative(text, day, phrases)
    return tuple(sorted(phrases, key=lambda phrase: phrase.start))


def _with_relative(text: str, day: date, phrases: list[PeriodPhrase]) -> list[PeriodPhrase]:
    """Add the times named from the day of the paper; "op dit moment" only where nothing else says when."""
    told = [
        PeriodPhrase(start, end, (period,), rule) for start, end, period, rule in relative.relative_times(text, day)
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


@dataclass(frozen=True, slots=True)
class _Group:
    """Elements that belong together, what joins them (``until``, ``before``, ``dash``, ``en``), and the preposition."""

    elements: tuple[Element, ...]
    joint: str
    preposition: str
    start: int
    reference: bool


def _groups(text: str, found: list[Element]) -> list[_Group]:
    groups: list[_Group] = []
    at = 0
    while at < len(found):
        members, joint = [found[at]], ""
        while at + 1 < len(found):
            between = _BETWEEN_ELEMENTS.fullmatch(text, members[-1].end, found[at + 1].start)
            kind = between.lastgroup if between else None
            if kind is None or (joint and kind != joint) or (kind in ("until", "before", "dash") and len(members) > 1):
                break
            joint = kind
            at += 1
            members.append(found[at])
        before = _BEFORE.search(text, max(0, members[0].start - 80), members[0].start)
        preposition = next(
            (n for n in ("each", "until", "before", "from", "bound", "between", "span") if before and before[n]), ""
        )
        reference = before is not None and before["reference"] is not None
        start = before.start() if before and (preposition or reference) else members[0].start
        groups.append(_Group(tuple(members), joint, preposition, start, reference))
        at += 1
    return groups


def _complete(groups: list[_Group], day: date | None) -> list[_Group]:
    """Give a year to elements that lack one: from their group, the only year of the sentence, or the paper's day."""
    years = [group for group in groups if all(element.grain is Grain.YEAR for element in group.elements)]
    lone = years[0] if len(years) == 1 and len(years[0].elements) == 1 and years[0].preposition == "span" else None
    completed: list[_Group] = []
    consumed = False
    for group in groups:
        known = [element.year for element in group.elements if element.year]
        if len(known) == len(group.elements):
            completed.append(group)
            continue
        if known:
            members = tuple(element.on(known[-1]) for element in group.elements)
        elif lone and lone is not group and lone.elements[0].year and not group.elements[-1].past:
            members = tuple(element.on(lone.elements[0].year) for element in group.elements)
            consumed = True
        elif day:
            last = group.elements[-1].nearest_past(day)
            members = tuple(element.on(last.year or day.year) for element in group.elements)
        else:
            continue
        completed.append(replace(group, elements=members))
    return [group for group in completed if not (consumed and group is lone)]


def _phrase(text: str, group: _Group, *, row: bool) -> PeriodPhrase | None:
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
            if last.grain is Grain.YEAR:
                return phrase("period-until", Period(None, upto))
            return phrase("period-year-to-date", Period(date(upto.year, 1, 1), upto))
        case "from":
            return phrase("period-from", Period(first.first, None))
        case "bound":
            return phrase("period-until", Period(None, _bound(last)))
        case "span" if first.grain is Grain.YEAR and timewords.AS_OF.search(text, 0, first.start):
            return phrase("period-from", Period(first.first, None))
        case "" if (
            first.grain is Grain.YEAR
            and timewords.IN_BRACKETS.search(text, 0, first.start)
            and text[end : end + 1] == ")"
        ):
            return phrase("period-span", Period(first.first, first.last))
        case "" if first.grain is Grain.YEAR and not (row and not text[: first.start].strip()):
            return None
        case "span" if first.grain is Grain.YEAR and timewords.PART_OF_A_YEAR.search(text, 0, first.start):
            return None
    rule = "period-date" if first.grain is Grain.DAY else "period-span"
    return phrase(rule, Period(first.first, first.last))


def _listed(group: _Group, phrase: Callable[..., PeriodPhrase]) -> PeriodPhrase:
    """Read "2023 en 2024": each of them after "zowel"; otherwise in order, for "respectievelijk" to give them out."""
    periods = tuple(Period(element.first, element.last) for element in group.elements)
    each = group.preposition == "each" or group.joint == "als"
    return phrase("period-each" if each else "period-span", *periods, each=each)


def _until(element: Element, *, inclusive: bool) -> date:
    return element.last if inclusive else element.first - timedelta(days=1)


def _bound(element: Element) -> date:
    """Give the last day of "tussen … en 1 oktober": the first of a month is where it stops, any other day counts."""
    return element.first - timedelta(days=1) if element.first.day == 1 and element.grain is Grain.DAY else element.last


def merged(periods: Iterable[Period]) -> Period:
    """Give the one period that spans several: "over de jaren 2011 en 2012"."""
    known = list(periods)
    starts = [period.start for period in known if period.start]
    ends = [period.end for period in known if period.end]
    return Period(min(starts) if starts else None, max(ends) if ends else None)
