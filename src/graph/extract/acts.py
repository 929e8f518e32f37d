"""EU acts, rulings and court cases by their numbers, from which their identifiers follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Match

from graph.extract.found import Found
from graph.model import Authority, Kind, Rule

RULES = (
    Rule("eu-act-number", "EU-handeling met nummer", "EU act by number", "Richtlijn (EU) 2021/1883"),
    Rule("celex", "CELEX-nummer", "CELEX number", "32013L0033"),
    Rule("ecli", "ECLI", "ECLI", "ECLI:NL:RVS:2024:3946"),
    Rule("eu-case-number", "zaaknummer van het Hof van Justitie", "case number of the Court of Justice", "C-133/15"),
    Rule(
        "court-case-number", "zaak- of rolnummer van een rechter", "case number of a court", "zaaknummer 200.123.456/01"
    ),
)

TYPES = {
    "richtlijn": ("dir", "L"),  # Richtlijn 2013/33/EU
    "verordening": ("reg", "R"),  # Verordening (EU) nr. 604/2013
    "besluit": ("dec", "D"),  # Besluit (EU) 2015/1601
    "kaderbesluit": (None, "F"),  # Kaderbesluit 2002/584/JBZ
}
"""The type of an EU act: in its ELI, where that is known to exist, and in its CELEX number."""

_NUMBER = (
    r"(?:\(?(?P<bracket{n}>EU|EG|EEG|Euratom|GBVB)(?:, ?Euratom)?\)? ?)?(?P<nr{n}>[Nn]rs?\.? ?)?(?<![\d.,])"
    r"(?P<one{n}>\d{{1,4}})/(?P<two{n}>\d{{1,4}})(?:/(?P<tail{n}>EU|EG|EEG|JBZ|GBVB|Euratom))?(?![\w/])"
)
EU_ACT = re.compile(
    r"(?<!\w)(?:[Uu]itvoerings|[Gg]edelegeerde )?(?P<type>[Kk]aderbesluit|[Rr]ichtlijn|[Vv]erordening|[Bb]esluit)"
    r"(?P<plural>en)? ?" + _NUMBER.format(n="")
)
NEXT_ACT = re.compile(r"(?:, | en | of |, en )" + _NUMBER.format(n=""))
"""What follows a first act of the same type: ``de verordeningen (EU) 2024/1348 en (EU) 2024/1351``."""

BARE_ACT = re.compile(r"\((?:EU|EG|EEG)\) ?(?:[Nn]r\.? ?)?\d{1,4}/\d{2,4}(?![\w/])")
"""A number without the type of the act: no identifier follows from it."""

CELEX = re.compile(r"(?<!\w)3(?P<year>(?:19|20)\d\d)(?P<letter>[LRDF])(?P<number>\d{4})(?!\w)")
ECLI = re.compile(r"ECLI:[A-Z]{2}:[A-Z]{1,7}:\d{4}:[A-Z\d.]{0,24}[A-Z\d]")
EU_CASE = re.compile(r"(?<!\w)(?P<number>[CT][-–‑]\d{1,4}/\d\d)(?!\d)")
COURT_CASE = re.compile(
    r"(?:[Zz]aak|[Rr]ol|[Pp]arket|[Vv]erzoekschrift)(?:nummers?|nrs?\.?):? ?"
    r"(?P<number>(?:[A-Z]{2,5}[ -]?)?\d{2,9}(?:[./-][A-Z\d]{1,6}){1,4})(?!\w)"
    r"|(?<!\w)(?P<council>20\d{7}/\d/[A-Z]\d)(?!\w)"  # of the Raad van State
)


def find_acts(text: str) -> Iterator[Found]:
    """Find EU acts, rulings and court cases by their numbers."""
    if "/" in text:
        yield from _eu_acts(text)
        yield from _cases(text)
    for match in CELEX.finditer(text):
        type_ = next(name for name, (_, letter) in TYPES.items() if letter == match["letter"])
        act = _act(type_, match.group(), match["year"], match["number"])
        yield Found(*match.span(), Kind.EU_ACT, act.label, "celex", (act,), act.code, weight=3)
    for match in ECLI.finditer(text):
        ruling = case_of(match.group())
        yield Found(*match.span(), Kind.CASE, ruling.label, "ecli", (ruling,), ruling.code, weight=3)


def _eu_acts(text: str) -> Iterator[Found]:
    """Find the EU acts with a number."""
    ends: set[int] = set()
    for match in EU_ACT.finditer(text):
        type_ = match["type"].lower()
        following: Match[str] | None = match
        while following:
            start = following.start() if following is match else _first(following)
            words = text[start : following.end()]
            act = eu_act(type_, words.replace(f"{match['type']}en", type_) if match["plural"] else words, following)
            if act is None:
                break
            ends.add(following.end())
            yield Found(start, following.end(), Kind.EU_ACT, act.label, "eu-act-number", (act,), act.code, weight=3)
            following = NEXT_ACT.match(text, following.end()) if match["plural"] else None
    for match in BARE_ACT.finditer(text):
        if match.end() not in ends:
            yield Found(*match.span(), Kind.EU_ACT, match.group(), "eu-act-number", weight=2)


def _first(match: Match[str]) -> int:
    """Give where the number of a following act begins, with its bracket."""
    return match.end() - len(match.group().lstrip(", eno"))


def _cases(text: str) -> Iterator[Found]:
    """Find the court cases with a number."""
    for match in EU_CASE.finditer(text):
        number = re.sub(r"[–‑]", "-", match["number"])
        yield Found(*match.span("number"), Kind.CASE, number, "eu-case-number", code=number, weight=3)
    for match in COURT_CASE.finditer(text):
        group = "number" if match["number"] else "council"
        yield Found(*match.span(group), Kind.CASE, match[group], "court-case-number", code=match[group], weight=3)


def eu_act(type_: str, words: str, match: Match[str]) -> Authority | None:
    """Make the authority of an EU act from its number: ELI and CELEX follow from type, year and number alone.

    Args:
        type_: a key of `TYPES`.
        words: how it is written, its label.
        match: the parts of its number.
    """
    found = year_and_number(type_, match)
    label = words if type_ in words.lower() else f"{type_} {words}"
    return _act(type_, " ".join(label.split()), *found) if found else None


def year_and_number(type_: str, match: Match[str]) -> tuple[str, str] | None:
    """Tell the year of an EU act from its number; None where a fraction or a school year could be meant.

    Acts since 2015 are numbered year/number; before, regulations were number/year, and other acts too behind "nr.";
    directives and decisions of the Council were year/number.
    """
    one, two = match["one"], match["two"]
    signed = bool(match["bracket"] or match["tail"] or match["nr"])
    first, second = _is_year(one), _is_year(two)
    by_number = type_ == "verordening" or bool(match["nr"] and (match["tail"] or match["bracket"]))
    if by_number and second and not (first and len(one) == 4 and (one >= "2015" or not match["nr"])):
        return (_full(two), one) if signed or (type_ == "verordening" and len(two) == 4) else None
    if not first or (len(one) == 2 and not signed):
        return None
    alone = type_ in ("richtlijn", "verordening") and not _is_year(two) and int(two) != (int(one) + 1) % 100
    return (_full(one), two) if signed or alone else None


def _is_year(digits: str) -> bool:
    """Whether digits can be the year of an EU act, written in full or with two digits until 1999."""
    return bool(re.fullmatch(r"19[5-9]\d|20\d\d|[5-9]\d", digits))


def _full(year: str) -> str:
    return f"19{year}" if len(year) == 2 else year


def _act(type_: str, label: str, year: str, number: str) -> Authority:
    eli, letter = TYPES[type_]
    celex = f"3{year}{letter}{int(number):04d}"
    same = [f"http://publications.europa.eu/resource/celex/{celex}"]
    if eli:
        same.insert(0, f"http://data.europa.eu/eli/{eli}/{year}/{int(number)}/oj")
    return Authority(
        Kind.EU_ACT, f"{type_}-{year}-{int(number)}", label[0].upper() + label[1:], celex, same_as=tuple(same)
    )


def case_of(ecli: str) -> Authority:
    """Make the authority of a ruling from its ECLI."""
    slug = ecli.lower().replace(":", "-")
    if ecli.startswith("ECLI:NL:"):
        return Authority(Kind.CASE, slug, ecli, ecli, page=f"https://deeplink.rechtspraak.nl/uitspraak?id={ecli}")
    same = (f"http://publications.europa.eu/resource/ecli/{ecli}",) if ecli.startswith("ECLI:EU:") else ()
    return Authority(Kind.CASE, slug, ecli, ecli, same_as=same)
