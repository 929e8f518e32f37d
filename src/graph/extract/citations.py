"""Kamerstukken that are cited by dossier and number, and letters that are cited by date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from re import Match

from graph.extract.found import Found
from graph.extract.journals import paper
from graph.model import Kind, Rule
from graph.months import MONTHS_NL

RULES = (
    Rule("kamerstuk", "Kamerstuk", "parliamentary paper", "Kamerstukken II 2024/25, 19 637, nr. 3308"),
    Rule("letter-by-date", "brief met datum", "letter by its date", "mijn brief van 21 oktober jl."),
)

_YEARS = r"(?:(?:vergaderjaar |jaar |vj\. ?)?(?:19|20)\d\d ?[-–—/] ?(?:(?:19|20)\d\d|\d\d) ?,? ?)"
_DOSSIER = (
    r"(?P<dossier>\d\d[  .]?\d{3})"
    r"(?P<chapter>[  ]?[-–]?[  ]?\(?(?:[IVX]{1,6}|[A-F])\)?(?![\w])|-\d\d(?=,? ?nr))?"
    r"(?P<series> ?\(R ?\d{3,4}\))?"
)
_NUMBER = r"(?P<number>\d{1,4}|[A-Z]{1,2})(?![\w])(?! ?[-–]?\d)"
_NR = r"(?:[nN](?:r|rs|o|os|ummers?)[.,]? ?:? ?)"
_CHAMBER = r"(?:Tweede Kamer|Eerste Kamer|T\.?K\.?|E\.?K\.?|II|I)"
KAMERSTUK = re.compile(
    rf"(?:(?P<kind>[Kk]amerstuk(?:ken|nummer)?(?: (?:nr|nummer)\.?)?|[Dd]ossier(?:nummer)?|(?<![\w])(?:TK|EK|Tweede "
    rf"Kamer|Eerste Kamer))"
    rf"[ :,]*)?(?P<chamber>{_CHAMBER}[ ,]+)?(?P<years>{_YEARS})?[ ,]*(?<![\d.,€]){_DOSSIER} ?[,;/–-]? "
    rf"?(?:{_NR}){_NUMBER}"
)
BARE_KAMERSTUK = re.compile(
    rf"(?P<kind>[Kk]amerstuk(?:ken)?(?: (?:nr|nummer)\.?)?|(?<!\w)(?:TK|"
    rf"EK))[ :,]*(?P<chamber>{_CHAMBER}[ ,]+)?(?P<years>{_YEARS})?[ ,]*"
    rf"(?<![\d.,€])(?!21[ .]?501){_DOSSIER} ?[-–,/] ?(?!0|[IVX]+(?!\w)){_NUMBER}"
)
MORE_NUMBERS = re.compile(
    r"(?:,? ?(?P<range>t/m|tot en met)|,? ?(?:en|,|&|/)) ?(?:[nN]rs?\.? ?)?(?P<number>\d{1,4})(?![\w.]\w)(?! ?\d{3})"
    r"(?![–—-]\d| [IVX]+\b)|(?P<dash>[–—-])(?P<last>\d{1,4})(?![\w-])"
)
"""What follows behind ``nrs.``: ``5 en 7``, ``5, 7 en 9``, ``12 t/m 14``, ``13–14``."""
_DATE = (
    rf"(?P<day>\d{{1,2}}) ?(?P<month>{'|'.join(MONTHS_NL)})(?: ?(?P<year>(?:19|20)\d\d)| (?P<last>jl\.?|jongstleden|"
    rf"j\.l\.|dezes)| (?:van )?(?P<this>dit jaar))?"
    r"(?!\w)"
)
_LETTER = (
    r"(?P<letter>(?:[Kk]amer|[Vv]erzamel|[Aa]anbiedings|[Bb]eleids|[Vv]oortgangs|[Vv]erzoek|[Uu]itstel|[Aa]ntwoord|[Rr]eactie|"
    r"[Ss]telsel|[Tt]oezeggingen)?(?:[Bb]rief|[Bb]rieven))"
)
LETTER = re.compile(
    rf"(?<!\w){_LETTER} (?:aan (?:uw|de) (?:Tweede )?Kamer )?(?:van|d\.d\.|dd\.?|gedateerd op) ?(?:{_DATE})"
)
LETTER_LATER = re.compile(rf"(?<!\w){_LETTER}\b(?P<between>[^.;\n]{{3,220}}?)(?: van| d\.d\.| dd\.?) ?{_DATE}")
LETTER_SENT = re.compile(rf"(?<!\w){_LETTER} (?:die|waarin|waarmee)[^.;\n]{{0,40}}? op {_DATE}")
LETTER_BEFORE = re.compile(
    rf"(?:[Oo]p|[Vv]an|[Pp]er|[Bb]ij) {_DATE}[^.;\n]{{0,90}}?\b(?:per|in (?:een|de|mijn)|bij|met (?:een|de|mijn)) "
    rf"(?P<letter>(?:[Kk]amer)?brief)"
)
_MOST = 40
"""How many papers a range cites at most: ``nr. 12 t/m 14``; all of them are found at its end."""

_RANGE = re.compile(r",? ?(?:t/m|tot en met) ?\d|(?:,| en|, en) nr\.? ?\d{1,4}(?![\w.]\w)(?! ?\d{3})")
_LIKE_DOSSIER = re.compile(
    r"\d\d(?<![\d.,]..)[ \xa0.]?\d{3}(?!\d)(?=[^\n]{0,24}?(?:[nN][rou]|[-–—,/;] ?(?:[A-Z\d]|[nN][rou])))"
)
_SAME_PAPER = re.compile(r"\s?(?:\(|, )(?:zie )?(?:ook )?(?:[Kk]amerstuk|Handelingen|TK|EK|\d\d[  ]?\d{3}[ ,])")
_OTHER_DATE = re.compile(rf"\d ?(?:{'|'.join(MONTHS_NL)})|\bvragen\b|\bantwoord")


def find_citations(text: str, day: date | None) -> Iterator[Found]:
    """Find the papers that a text cites by number or date.

    Args:
        text: the text of a view.
        day: the day on which the paper speaks; a date without a year is the last such day until then.
    """
    for pattern in (KAMERSTUK, BARE_KAMERSTUK) if _LIKE_DOSSIER.search(text) else ():
        for match in pattern.finditer(text):
            yield from _kamerstukken(match, text)
    if "rief" in text or "rieven" in text:
        yield from find_letters(text, day)


def _kamerstukken(match: Match[str], text: str) -> Iterator[Found]:
    """Make a find of each number that is cited of a dossier: ``19 637, nrs. 3198 en 3241``."""
    dossier = re.sub(r"\D", "", match["dossier"])
    chapter = re.sub(r"[^A-Z\d]", "", match["chapter"] or "")
    series = re.sub(r"[^R\d]", "", match["series"] or "")
    stem = "-".join(part for part in ("kst", dossier, chapter or series) if part)
    start = match.start() + len(match.group()) - len(match.group().lstrip(" ,("))
    yield paper(start, match.end(), text, "kamerstuk", f"{stem}-{match['number']}")
    several = re.search(r"[nN](?:rs|ummers|os)\b", match.group()) or _RANGE.match(text, match.end())
    last = match["number"]
    more = MORE_NUMBERS.match(text, match.end()) if several and last.isdigit() else None
    while more:
        number = more["number"] or more["last"]
        start, end = more.span("number") if more["number"] else more.span("last")
        first = int(last) + 1 if more["range"] or more["dash"] else int(number)
        for each in range(first, int(number) + 1) if int(number) - first < _MOST else ():
            yield paper(start, end, text, "kamerstuk", f"{stem}-{each}", f"{dossier}, nr. {each}")
        last = number
        more = MORE_NUMBERS.match(text, more.end())


def find_letters(text: str, day: date | None) -> Iterator[Found]:
    """Find letters that are named by their date; one whose number follows in brackets is found by that number."""
    for pattern in (LETTER, LETTER_LATER, LETTER_SENT, LETTER_BEFORE):
        for match in pattern.finditer(text):
            if pattern is LETTER_LATER and _OTHER_DATE.search(match["between"]):
                continue
            written = _day_of(match, day)
            if written is None or _SAME_PAPER.match(text, match.end()):
                continue
            start = match.start() if pattern is LETTER else match.start("day")
            end = match.end() if pattern is not LETTER_BEFORE else match.end("month")
            label = f"brief van {written.day} {MONTHS_NL[written.month - 1]} {written.year}"
            code = f"brief-{written.isoformat()}"
            yield Found(start, end, Kind.DOCUMENT, label, "letter-by-date", code=code, weight=3)


def _day_of(match: Match[str], day: date | None) -> date | None:
    """Resolve a date: with its year, or the last such day until the paper's own."""
    month = MONTHS_NL.index(match["month"]) + 1
    try:
        if match["year"]:
            return date(int(match["year"]), month, int(match["day"]))
        if day is None:
            return None
        this_year = date(day.year, month, int(match["day"]))
        return this_year if this_year <= day else this_year.replace(year=day.year - 1)
    except ValueError:
        return None
