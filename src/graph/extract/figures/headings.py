"""The headings of rows and columns: what they say of time, unit and status, and the words that are left to name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from graph.extract.figures.calendar import MONTHS, Element, elements
from graph.extract.figures.cellvalues import is_time
from graph.extract.figures.periods import period_phrases
from graph.extract.figures.scales import Scale, scale_of
from graph.extract.figures.standing import status_of
from graph.model import Period, Status


class Role(StrEnum):
    """What a heading is to the numbers under it.

    Attributes:
        NOTHING: it names a time, a total, or nothing.
        HOLLOW: it says that they count or measure, not what: "Aantal".
        SHARE: likewise, of shares: "Percentage".
        MEASURE: what they measure: "Uitgaven".
        PART: the part that they are of: "Noodopvang".
    """

    NOTHING = "nothing"
    HOLLOW = "hollow"
    SHARE = "share"
    MEASURE = "measure"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as read: the words that name, its role, time, unit and status; `year` where it names one year."""

    label: str = ""
    role: Role = Role.NOTHING
    period: Period = field(default_factory=Period)
    scale: Scale = field(default_factory=Scale)
    status: Status | None = None
    words: str = ""
    yearless: bool = False

    @property
    def names(self) -> bool:
        """Whether it names a measure or a part."""
        return self.role in (Role.MEASURE, Role.PART)


HOLLOW = re.compile(
    r"(?:het )?(?:totaal )?(?:aantal(?:len)?|bedrag(?:en)?|waarden?|omvang|cijfers?|abs(?:oluut|\.)?|stand|n)\b\.?",
    re.IGNORECASE,
)
"""Headings that say only that something is counted: "Aantal", "Totaal bedrag"."""

SHARE = re.compile(
    r"(?:(?:als |het |in )?(?:percentages?|procent(?:en)?|pct\.?|aandeel|aandelen)(?: (?:van (?:het )?)?totaal)?)?",
    re.IGNORECASE,
)
TOTAL = re.compile(
    r"(?:(?:sub|eind)?totaal(?: generaal)?|total|som|totalen|alle|allen|(?:het )?totaal aantal|totaal bedrag)",
    re.IGNORECASE,
)
"""Labels of the whole: its figures have no breakdown."""

MEASURES = re.compile(
    r"(?:aantal(?:len)?|\w*percentages?|aandeel|\w*bedrag(?:en)?|\w*kosten|\w*uitgaven|\w*lasten|\w*baten|\w*budget(?:ten)?"
    r"|\w*verplichtingen|\w*ontvangsten|\w*inkomsten|\w*omzet|\w*winst|\w*verlies|gemiddelde?|mediaan|\w*duur|(?!leef)\w+tijd(?:en)?"
    r"|\w*tarie(?:f|ven)|\w*prij(?:s|zen)|\w*schuld(?:en)?|\w*capaciteit|\w*bezetting|\w*instroom|\w*uitstroom"
    r"|\w*voorraad|verschil|mutatie|groei|toename|afname|\w*subsidies?|\w*bijdragen?|\w*salaris(?:sen)?"
    r"|\w*opbrengst(?:en)?|\w*besparing(?:en)?|\w*bezuiniging(?:en)?|\w*investering(?:en)?|\w*middelen|\w*aanvragen"
    r"|\w*inwilligingen|\w*afwijzingen|\w*meldingen|\w*vergoeding(?:en)?|\w*emissies?|\w*verbruik)",
    re.IGNORECASE,
)
"""Nouns that name a measure wherever they head a row or a column."""

NUMBERING = re.compile(
    r"(?:nrs?|no|nummers?|volgn(?:umme)?r|#|rang|plaats|code|art|artikel(?:en|nr|nummer)?|postcodes?|tel|telefoon(?:nummer)?"
    r"|dossier(?:nummer|nr)?|zaak(?:nummer|nr)?|pag(?:ina)?(?:nummer)?|blz|bladzijde|kenmerk|id|kvk(?:-nummer)?|vraag"
    r"|vragen|kamerstuk(?:ken)?|bijlage|paragraaf|hoofdstuk|begrotingshoofdstuk)\b\.?",
    re.IGNORECASE,
)
"""Headings of columns whose numbers name their rows: "Nr.", "Artikel", "Pagina"."""

_REALISED = re.compile(r"\b(?:gerealiseerde?|realisatie|werkelijke?|definitieve?|vastgestelde?)\b", re.IGNORECASE)
_STATUS_WORDS = re.compile(
    r"\b(?:realisatie|gerealiseerd|werkelijk|definitief|vastgesteld|raming(?:en)?|geraamd|prognoses?|begroot|(?:ontwerp|rijks)?begroting|verwacht"
    r"|voorlopig|verwachting)\b",
    re.IGNORECASE,
)
_BUDGET = re.compile(r"\b(?:(?:ontwerp|rijks)?begroting|begroot)\b", re.IGNORECASE)
_MONTHS = (
    (r"jan\.?", "januari"), (r"feb\.?", "februari"), (r"(?:mrt|maa?r)\.?", "maart"), (r"apr\.?", "april"),
    (r"jun\.?", "juni"), (r"jul\.?", "juli"), (r"aug\.?", "augustus"), (r"sept?\.?", "september"),
    (r"okt\.?", "oktober"), (r"nov\.?", "november"), (r"dec\.?", "december"),
)  # fmt: skip
_YEARS = re.compile(
    r"(?P<school>school|leer|studie|cursus|college)?(?:jaar)? ?(?<!\d)(?P<first>(?:19|20)\d\d) ?[/–-] ?"
    r"(?P<last>(?:19|20)?\d\d)(?![-–]?\d)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\b(?:Eerste|Tweede|Derde|Vierde|1E|2E|3E|4E)(?= (?:half|kwartaal|maand))", re.IGNORECASE)
_HALVES = {"1": "eerste", "2": "tweede"}
_LEFT_OVER = re.compile(
    r"^(?:(?:in|op|per|van|voor|over|tot|t/m|en met|eind|begin|medio|ultimo|vanaf|het|jaar|stand|peildatum|en)\b[\s:]*)"
    r"+"
    r"|[\s:]*\b(?:in|op|per|tot|t/m|van|voor|over|eind|ultimo|vanaf|stand|jaar)\s*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def heading_of(words: str, day: date | None, *, year: int | None = None) -> Heading:
    """Read a heading.

    Args:
        words: all its words, of its cells from top to bottom.
        day: the day of the paper.
        year: the year of months and quarters that name none.

    >>> heading_of("Begroot 2025 (x € 1 mln)", None).scale.factor
    Decimal('1000000')
    >>> heading_of("Reguliere opvang", None).role.value, heading_of("Totaal", None).role.value
    ('part', 'nothing')
    """
    plain = re.sub(r"[*†‡¹²³]+", "", words).strip(" :")
    scale, named = scale_of(plain)
    period, rest, yearless = _period(named, day, year)
    status = _status(rest) or (Status.BUDGETED if _BUDGET.search(named) else None)
    label = _STATUS_WORDS.sub("", rest) if period else rest
    label = re.sub(r"\(\s*\)", "", label)
    label = " ".join(_LEFT_OVER.sub("", label.strip(" ,;:–-")).split()) if period or label != named else label
    label = label.strip(" ,;:–-.")
    return Heading(label, _role(label, scale), period, scale, status, plain, yearless)


def _role(label: str, scale: Scale) -> Role:
    if scale.unit == "percent" and SHARE.fullmatch(label):
        return Role.SHARE
    if not any(letter.isalpha() for letter in label):
        return Role.PART if any(letter.isdigit() for letter in label) else Role.NOTHING
    if TOTAL.fullmatch(label):
        return Role.NOTHING
    if SHARE.fullmatch(label):
        return Role.SHARE
    if scale.unit == "percent" and is_measure(label):
        return Role.MEASURE
    if HOLLOW.fullmatch(label) or (scale_of(label)[0].unit not in (None, "count") and len(label.split()) == 1):
        return Role.HOLLOW
    return Role.MEASURE if is_measure(label) else Role.PART


def is_measure(label: str) -> bool:
    """Whether the noun of a label, before any preposition, names a measure: "Totale uitgaven aan opvang"."""
    before = re.split(r"\s(?:aan|van|voor|in|op|bij|door|met|per|naar|als)\s", label)[0]
    return any(MEASURES.fullmatch(word) for word in re.findall(r"[\w-]+", before))


def _status(words: str) -> Status | None:
    if _REALISED.search(words):
        return Status.REALISED
    if _BUDGET.search(words):
        return Status.BUDGETED
    found = status_of(f"{words} ", len(words), (), None)
    return None if found is Status.REALISED else found


def _period(words: str, day: date | None, year: int | None) -> tuple[Period, str, bool]:
    """Read the time of a heading; gives the words that are left, and whether its year was missing."""
    if (years := _YEARS.search(words)) and (span := _of_years(years)):
        return span, f"{words[: years.start()]} {words[years.end() :]}".strip(), False
    text = _spelled_out(words)
    found = list(elements(text))
    if not found:
        return Period(), words, False
    yearless = all(element.year is None for element in found)
    if yearless and not is_time(text):
        return Period(), words, False
    if yearless and year:
        text = f"{text} {year}" if len(found) == 1 else text
        found = list(elements(text))
    phrases = period_phrases(text, day, row=True)
    if len(phrases) == 1 and len(phrases[0].periods) == 1:
        rest = f"{text[: phrases[0].start]} {text[phrases[0].end :]}"
        return phrases[0].periods[0], rest.strip(), yearless
    if len(found) == 1 and found[0].year:
        return _of(found[0]), f"{text[: found[0].start]} {text[found[0].end :]}".strip(), yearless
    return Period(), words, False


def _of(element: Element) -> Period:
    return Period(element.first, element.last)


def _of_years(years: re.Match[str]) -> Period:
    """Read "2009-2012" as all those years, "schooljaar 2023/2024" from August; "2024/2023" is no time."""
    first, last = int(years["first"]), years["last"]
    until = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if until <= first:
        return Period()
    if years["school"]:
        month = 9 if years["school"].lower() in ("studie", "college") else 8
        return Period(date(first, month, 1), date(until, month, 1) - timedelta(days=1))
    return Period(date(first, 1, 1), date(until, 12, 31))


def _spelled_out(words: str) -> str:
    """Write months and quarters in full, without brackets: "2024 (t/m sept.)" is "2024 t/m september"."""
    text = " ".join(re.sub(r"[()]", " ", words).split())
    for short, month in _MONTHS:
        text = re.sub(rf"(?<!\w){short}(?!\w)", month, text, flags=re.IGNORECASE)
    months = re.compile(rf"(?<!\w)(?:{'|'.join(MONTHS)})(?!\w)", re.IGNORECASE)
    text = months.sub(lambda match: match.group().lower(), text)
    text = _PARTS.sub(lambda match: match.group().lower(), text)
    text = re.sub(r"\b((?:19|20)\d\d)[- ]?H([12])\b", r"H\2 \1", text)
    text = re.sub(r"\b(?:[Hh]alfjaar |H)([12])\b", lambda match: f"{_HALVES[match[1]]} halfjaar", text)
    text = re.sub(r"\b(?:kwartaal |K)([1-4])\b", r"Q\1", text)
    text = re.sub(r"\b((?:19|20)\d\d)[- ]?(Q[1-4])\b", r"\2 \1", text)
    text = re.sub(r"\b((?:19|20)\d\d) (t/m|tot) (\d{1,2})[–-](\d{1,2})(?![\d–-])", r"\1 \2 \3-\4-\1", text)
    text = re.sub(r"\b(\d{1,2})[–](\d{1,2})[–]((?:19|20)\d\d)", r"\1-\2-\3", text)
    return " ".join(text.split())


def year_of(period: Period) -> int | None:
    """Give the year of a period that lies in one year."""
    start, end = period.start, period.end
    return start.year if start and end and start.year == end.year else None


def is_whole_year(period: Period) -> bool:
    """Whether a period is one calendar year."""
    year = year_of(period)
    return year is not None and (period.start, period.end) == (date(year, 1, 1), date(year, 12, 31))
