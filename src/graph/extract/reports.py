"""Reports, monitors and plans by the shape of their titles: a word for a paper, capitals, a year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from re import Match

from graph.extract.found import Found
from graph.extract.organisations import HEADS
from graph.model import Kind, Rule

RULES = (
    Rule(
        "plan-title", "plan, agenda of kader met naam", "plan, agenda or framework by name", "Hervormingsagenda Jeugd"
    ),
    Rule("report-title", "rapport met titel", "report by its title", "rapport Zicht op Rijksbezit"),
    Rule(
        "monitor-title",
        "monitor, raming of verkenning met naam",
        "monitor, estimate or outlook by name",
        "Trendrapportage Arbeidsmarkt Leraren",
    ),
)

_CAPITAL = r"[A-ZÀ-Ý][\w’'-]*"
_REST = (
    r"(?: (?:(?:en|voor|van|op|tegen|in|over|bij|voor de|van de|voor het|van het) )?(?!Vraag|Antwoord|Kamer)"
    rf"{_CAPITAL})"
)
_YEAR = r"(?: (?:19|20)\d\d(?:[-–/](?:(?:19|20)\d\d|\d\d))?(?!\w))"
_NOT_FIRST = r"(?!(?:De|Het|Een|In|Uit|Op|Bij|Met|Van|Voor|Volgens|Zie|Deze|Dit|Ook|Blijkens|Bron) )"
_NO_NAME = (
    r"(?!(?:in|van|uit|dat|over|is|zijn|was|wordt|worden|vanaf|sinds|tot|per|eind|begin|medio|najaar|voorjaar|blijkt|"
    r"volgt|laat|toont|meldt|en) )"
)
_OF_THE_YEAR = "jaaroverzicht|jaarverslag|jaarbericht|jaarrapportage"
_MEASURING = "monitor|rapportage|raming|verkenning|beeld|atlas|barometer|benchmark|enquête|peiling"

REPORT = re.compile(
    r"(?<!\w)(?:(?:\w+-)?(?:eind|jaar|tussen|deel|onderzoeks|advies)?(?:[Rr]apport|[Aa]dvies)|Eindrapport|"
    r"[Oo]nderzoek|[Pp]ublicatie|[Bb]rochure|[Hh]andreiking|[Ff]actsheet|[Aa]mbtsbericht|[Aa]ctieplan|[Nn]otitie|[Vv]isie|"
    r"[Ss]tudie) "
    rf"(?P<title>(?!(?:{'|'.join(HEADS)}|Afdeling)\b)[A-Z]\w+"
    rf"(?:(?: (?:van|de|het|en|in|op|voor|over|naar|uit|bij|een|met|door|tot)){{1,2}} \w+"
    rf"(?:(?<=nde) [a-z]+(?=[.,;:)]))?"
    rf"| [A-Z]\w+){{1,10}}{_YEAR}?)"
)
ACCOUNT = re.compile(
    r"(?<!\w)(?P<title>Resultaten verantwoordingsonderzoek(?: (?:19|20)\d\d)?(?: (?:bij het )?[Mm]inisterie van "
    r"[A-Z]\w+(?:(?:, | en | en nationale |,? )[A-Z]\w+| en nationale schuld){0,5})?|"
    rf"Staat van de rijksverantwoording{_YEAR}?|(?:De )?Staat van (?:(?:de|het) )?[A-Z]\w+{_YEAR}?|"
    r"Algemeen [Aa]mbtsbericht [A-Z]\w+(?: \w+ (?:19|20)\d\d)?)"
)
PLAN = re.compile(
    r"(?<![\w-])(?!Nationaal Programma |EU-)"
    r"(?:(?:(?:Nationa(?:al|le)|Landelijke?|Integra(?:al|le)|Interbestuurlijke?|Bestuurlijke?) )?"
    r"(?:[A-Z][\w-]+(?:agenda|plan|strategie|kader|nota|convenant|visie|programma|deal)|Plan van [Aa]anpak|Richtlijnen|"
    r"Convenant|Routekaart|Leidraad|Handboek|Agenda|Strategie|Programma)"
    rf"|(?:Nationaal|Landelijk|Integraal) Plan){_REST}{{1,5}}{_YEAR}?(?!\w)"
)
"""A plan and its name: ``Hervormingsagenda Jeugd``, ``Richtlijnen Goede Voeding``, ``Nationaal Plan Dijken``."""

DATED_PLAN = re.compile(
    rf"(?<![\w-])(?!Voorjaars|Najaars|Miljoenen)[A-Z][\w-]+(?:nota|visie|agenda|strategie|programma){_YEAR}"
)
"""One that its year names: ``Defensienota 2024``."""

AGREED = re.compile(
    r"(?<![\w-])(?:Nationale|Landelijke|Bestuurlijke|Regionale) (?:[a-z]{4,12})?(?:afspraken|strategie|agenda)(?!\w)"
)
"""``Nationale prestatieafspraken``."""

HEADED = re.compile(
    r"(?<![\w-])(?:Monitor|Barometer|Benchmark|Atlas|Kerncijfers|Jaarbericht|Jaaroverzicht|Overzicht|"
    rf"[A-Z][\w-]*(?:rapportage|raming))(?:{_REST}{{1,6}}{_YEAR}?|(?: {_NO_NAME}[a-zà-ÿ-]+){{0,4}}{_YEAR})"
)
"""``Trendrapportage Arbeidsmarkt Leraren``, ``Monitor netcongestie 2025``, ``Referentieraming 2025``."""

_BEFORE = r"(?:[A-Z]\w+(?: |- en ))"
MEASURED = re.compile(
    rf"(?<![\w-])(?!Voorbeeld|Beeld|[A-Z]{{2,}}-){_NOT_FIRST}"
    rf"(?:{_BEFORE}{{0,4}}[A-Z][\w-]*(?:{_MEASURING})"
    rf"|{_BEFORE}{{1,4}}(?:{_MEASURING.title()}|(?<=- en )\w*(?:{_MEASURING})))"
    rf"(?!\w){_REST}{{0,4}}{_YEAR}?"
    rf"|(?<![\w-]){_NOT_FIRST}(?:[A-Z]\w+ ){{0,3}}[A-Z][\w-]*(?:{_MEASURING}|scan|analyse){_REST}{{0,4}}{_YEAR}"
)
"""``Leefstijlmonitor``, ``Macro Economische Verkenning 2026``, ``Cybersecuritybeeld Nederland 2024``."""

YEARLY = re.compile(
    rf"(?<!\w)(?:(?:[A-Z][\w-]+ ){{2,8}}(?:Report|Review|Outlook|Monitor)|{_NOT_FIRST}{_CAPITAL} (?:{_OF_THE_YEAR}))"
    rf"{_YEAR}"
)
"""``World Drug Report 2024``, ``Farmanco jaaroverzicht 2024``."""

ENGLISH = re.compile(
    rf"(?<!\w){_NOT_FIRST}[A-Z][a-z]+(?: (?:at|a|an|of|the|and|in|on|for|to|[A-Z][\w-]+)){{0,4}}"
    r" (?:at|a|the|and|for|to) (?:(?:at|a|an|of|the|and|in|on|for|to) )?[A-Z][\w-]+"
    rf"(?: (?:of|the|and|in|[A-Z][\w-]+)){{0,4}}{_YEAR}"
)
"""A title in English, which its small words show: ``Education at a Glance 2025``."""

_SENTENCE_START = re.compile(r"(?:^|[.!?:;•\n]\s*)$")


def _always(_match: Match[str]) -> bool:
    return True


def _is_told(match: Match[str]) -> bool:
    """Whether a single word with a capital is a title: not where a sentence begins, which gives one to any word."""
    return " " in match.group() or not _SENTENCE_START.search(match.string[: match.start()][-4:])


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of titles.

    Attributes:
        pattern: the title is the group of that name, where there is one.
        rule: the slug of its rule.
        letters: one of these stands in every text that has such a title.
        counts: whether a match is a title.
    """

    pattern: re.Pattern[str]
    rule: str
    letters: tuple[str, ...]
    counts: Callable[[Match[str]], bool] = _always


_OF_PLANS = tuple(
    "genda|plan|Plan|trategie|kader|nota|ichtlijn|onvenant|visie|kaart|draad|boek|rogramma|deal".split("|")
)
SHAPES = (
    Shape(PLAN, "plan-title", _OF_PLANS),
    Shape(DATED_PLAN, "plan-title", ("nota ", "visie ", "agenda ", "strategie ", "programma ")),
    Shape(AGREED, "plan-title", ("Nationale ", "Landelijke ", "Bestuurlijke ", "Regionale ")),
    Shape(ACCOUNT, "report-title", ("Resultaten", "Staat van", "mbtsbericht")),
    Shape(
        REPORT,
        "report-title",
        tuple("apport nderzoek ublicatie rochure andreiking actsheet bericht plan otitie isie dvies tudie".split()),
    ),
    Shape(YEARLY, "report-title", ("Report", "Review", "Outlook", "Monitor", "jaar")),
    Shape(ENGLISH, "report-title", (" at ", " a ", " the ", " and ", " for ", " to ")),
    Shape(
        HEADED,
        "monitor-title",
        ("onitor", "arometer", "enchmark", "tlas", "cijfers", "aarbericht", "verzicht", "apportage", "raming"),
    ),
    Shape(
        MEASURED,
        "monitor-title",
        tuple("onitor apportage aming erkenning beeld tlas arometer enchmark nquête peiling scan analyse".split()),
        _is_told,
    ),
)
"""The shapes; the names in a title count by themselves as well."""


def find_reports(text: str) -> Iterator[Found]:
    """Find reports, monitors and plans by the shape of their titles."""
    for shape in SHAPES:
        for match in shape.pattern.finditer(text) if any(map(text.__contains__, shape.letters)) else ():
            if shape.counts(match):
                start, end = match.span("title") if "title" in match.re.groupindex else match.span()
                yield Found(start, end, Kind.DOCUMENT, text[start:end], shape.rule, nested=True)
