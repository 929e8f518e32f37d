"""Publications whose number holds a year: the Aanhangsel, Handelingen, official journals, case numbers, CBS tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Match

from graph.extract.found import Found
from graph.model import Kind, Rule

RULES = (
    Rule(
        "aanhangsel",
        "Aanhangsel van de Handelingen",
        "answered written question",
        "Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 528",
    ),
    Rule("handelingen", "Handelingen", "report of a debate", "Handelingen II 2023/24, nr. 45, item 8"),
    Rule("case-number", "zaak- of documentnummer", "case or document number", "2024Z15585/2024D37938"),
    Rule("staatsblad", "Staatsblad, Staatscourant of Tractatenblad", "official journal", "Stb. 2024, 12"),
    Rule("cbs-table", "tabel van het CBS", "table of Statistics Netherlands", "CBS StatLine, tabel 85496NED"),
)

OFFICIAL = "https://zoek.officielebekendmakingen.nl/"
CBS = "https://opendata.cbs.nl/ODataApi/OData/"
_ONLINE = {"ah": 2010, "h": 2010, "stb": 1995, "stcrt": 2009, "trb": 1995}
"""The years since which publications are surely found under their number; an older one keeps its code alone."""

_CHAMBER = r"(?:Tweede Kamer|Eerste Kamer|T\.?K\.?|E\.?K\.?|II|I)"
_SESSION = (
    r"(?:vergaderjaar |zittingsjaar |jaar |vj\.? ?)?(?P<from>(?:19|20)\d\d) ?[-–—/] ?(?P<to>(?:19|20)\d\d|\d\d)(?!\d)"
)
_NO = r"(?:[nN](?:rs?|ummers?|os?)[.,]? ?)"
AANHANGSEL = re.compile(
    rf"(?:Aanhangsel(?: (?:van de |der |bij de )?Handelingen)?|Handelingen(?=[^.;\n]{{0,40}}, Aanhangsel)|(?<!\w)AH)"
    rf"(?: {_CHAMBER})?[ ,()]*{_SESSION}[ ,)]*(?:Aanhangsel[ ,]*)?{_NO}? ?(?P<number>\d{{1,4}})(?!\w)(?!\.\d)"
)
AFTER_SESSION = re.compile(
    rf"(?:(?:Tweede Kamer|TK|Kamerstukken II),? )?{_SESSION},? Aanhangsel(?: (?:van de |der )?Handelingen)?,? {_NO}?"
    r"(?P<number>\d{3,4})(?![\w–-])(?!\.\d)"
)
"""The same with the session first: ``Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel van de Handelingen 2386``."""

MORE_ANSWERS = re.compile(r"(?:, | en )(?:nr\. )?(?P<number>\d{1,4})(?![\w/–-])")
HANDELINGEN = re.compile(
    rf"(?<!van de )(?<!van )(?<!Aanhangsel )(?<!der )(?<!\w)Handelingen(?: (?P<chamber>{_CHAMBER}))?[ ,(]*{_SESSION}"
    rf"[ ,)]*{_NO}? ?(?P<number>\d{{1,3}})(?!\w)(?:,? (?:item |nr\. ?)(?P<item>\d{{1,3}}))?"
)
CODE = re.compile(
    r"(?<![\w-])(?:ah-tk-\d{8}-\d+|kst-\d{5}(?:-[IVX]+|-\(?R\d+\)?)?-\w+|h-(?:tk|ek)-\d{8}-[\d-]+|(?:stb|stcrt|"
    r"trb)-\d{4}-\d+)(?!\w)"
)
CASE_NUMBER = re.compile(r"(?<!\w)20\d\d[DZ]\d{4,6}(?!\d)")
_NUMBERED = re.compile(r"\d ?\($")
"""What stands before a case number in brackets that only repeats the citation: ``nr. 76 (2023D39037)``."""

JOURNAL = re.compile(
    r"(?<!\w)(?P<journal>[Ss]tb|[Ss]tcrt|[Tt]rb|Staatsblad|Staatscourant|Tractatenblad)\.? ?(?:van )?"
    r"(?P<year>(?:19|20)\d\d) ?[,/]? ?(?:[nN](?:r|o)\.? ?)?(?P<number>\d{1,5})(?!\w)"
)
JOURNALS = {"staatsblad": "stb", "staatscourant": "stcrt", "tractatenblad": "trb"}
CBS_TABLE = re.compile(r"(?<![\w/])\d{5}(?:NED|ned|ENG|eng)(?!\w)")
_LIKE_TABLE = re.compile("NED|ned|ENG|eng")
_LIKE_CODE = re.compile(r"(?:kst|tk|ek|stb|stcrt|trb)-\d")
_LIKE_JOURNAL = re.compile("[Ss]tb|[Ss]tcrt|[Tt]rb|Staats[bc]|Tractat")
_LIKE_YEAR = re.compile(r"(?:19|20)\d\d|[a-z]-\d{4}")


def find_numbered(text: str) -> Iterator[Found]:
    """Find the publications whose number holds a year, and the tables of the CBS."""
    for match in CBS_TABLE.finditer(text) if _LIKE_TABLE.search(text) else ():
        code = match.group().upper()
        yield Found(*match.span(), Kind.DOCUMENT, code, "cbs-table", code=code, address=CBS + code, weight=4)
    if not _LIKE_YEAR.search(text):
        return
    yield from _of_the_chambers(text)
    for match in CODE.finditer(text) if _LIKE_CODE.search(text) else ():
        rule = {"ah": "aanhangsel", "ks": "kamerstuk", "h-": "handelingen"}.get(match.group()[:2], "staatsblad")
        yield paper(*match.span(), text, rule, match.group())
    for match in JOURNAL.finditer(text) if _LIKE_JOURNAL.search(text) else ():
        name = match["journal"].lower()
        yield paper(*match.span(), text, "staatsblad", f"{JOURNALS.get(name, name)}-{match['year']}-{match['number']}")


def _of_the_chambers(text: str) -> Iterator[Found]:
    """Find answers in the Aanhangsel, reports of debates and numbers of the chamber's own register."""
    for match in AANHANGSEL.finditer(text) if "Aanhangsel" in text or "AH" in text else ():
        stem = f"ah-tk-{_session(match)}"
        yield paper(*match.span(), text, "aanhangsel", f"{stem}-{match['number']}")
        more = MORE_ANSWERS.match(text, match.end()) if "nrs" in match.group() else None
        while more:
            yield paper(*more.span("number"), text, "aanhangsel", f"{stem}-{more['number']}")
            more = MORE_ANSWERS.match(text, more.end())
    for match in AFTER_SESSION.finditer(text) if "Aanhangsel" in text else ():
        yield paper(*match.span(), text, "aanhangsel", f"ah-tk-{_session(match)}-{match['number']}")
    for match in HANDELINGEN.finditer(text) if "Handelingen" in text else ():
        chamber = "ek" if (match["chamber"] or "").rstrip(".") in ("I", "EK", "E.K", "Eerste Kamer") else "tk"
        code = f"h-{chamber}-{_session(match)}-{match['number']}-{match['item']}" if match["item"] else ""
        yield paper(*match.span(), text, "handelingen", code)
    for match in CASE_NUMBER.finditer(text):
        if not _NUMBERED.search(text[: match.start()][-12:]):
            code = match.group()
            yield Found(*match.span(), Kind.DOCUMENT, code, "case-number", code=code, weight=4)


def _session(match: Match[str]) -> str:
    """Give the year of a session: ``20242025``."""
    return f"{match['from']}{match['from'][:2]}{match['to'][-2:]}"


def paper(start: int, end: int, text: str, rule: str, code: str, label: str | None = None) -> Found:
    """Make a find of an official publication, with its page where it is surely online under its number.

    Args:
        start: where it begins in the text.
        end: where it ends there.
        text: the text of a view.
        rule: the slug of the rule that found it.
        code: its number as a publication; empty where the citation is too short for it, as of a debate without item.
        label: the words for it; those of the text when none are given.
    """
    shown = label or text[start:end].strip(" ,(")
    address = OFFICIAL + code if code and _is_online(code) else None
    return Found(start, end, Kind.DOCUMENT, shown, rule, code=code or None, address=address, weight=5)


def _is_online(code: str) -> bool:
    """Whether a publication is of a year since which all of its kind are online."""
    kind, *numbers = code.split("-")
    year = next((int(number[:4]) for number in numbers if re.match(r"(?:19|20)\d\d", number)), 0)
    return kind not in _ONLINE or year >= _ONLINE[kind]
