"""Which titles of the register of laws ship: those that are a name by which a paper cites a law, decree or treaty.

A full title ("Wet van 28 mei 1998, houdende …") is no name. A name stands in brackets at its end, or behind "tot
vaststelling van de", or is the whole of a short title. Old laws have none in their title: `own/law_names.csv` names
them. Laws that only change others, decrees on one appointment, mandates and price lists are left out: nobody cites
them, and their names are not distinct.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_BRACKETED = re.compile(r"\(([^()]{4,90})\)$")
_ESTABLISHED = re.compile(  # "Wet van 16 december 1993, tot vaststelling van de Wet op de motorrijtuigenbelasting 1994"
    r"^Wet van \d+ \w+ \d{4},? (?:tot|houdende) vaststelling van (?:de|een|een nieuwe) ([A-Z][^(),]{4,90})$"
)
_NOT_CITED = re.compile(r"ijziging|PbE|Trb|Stb|^Wet van \d|[()\[\];:]")
_NOT_LASTING = re.compile(
    r"Staatsblad|\d{4}/\d|,|\bvan \d+ \w+ \d{4}|^\w+ [IVX]+$"
    r"|elonin|nstelling|andaat|olmacht|anwijzing|aststelling|anpassing|ntrekking|enoeming|ntbinding|rkenning"
    r"|ergoeding|arie[fv]|electielijst|\bcommissie\b|xamenprogramma|herindeling"
)
_ONE_SIDE = re.compile(
    r"Nederland|otawissel|riefwissel|Regering|Republiek|\btussen\b|\(|;|,|België|Duitsland|Frankrijk"
)


@dataclass(frozen=True)
class Cited:
    """How laws of a type are cited.

    Attributes:
        kind: the kind of law that they are here.
        name: what a name begins with; an example stands beside each.
        whole: how long a title may be that is a name as a whole; 0 where only the brackets hold names.
        never: words that a name does not have.
    """

    kind: str
    name: re.Pattern[str]
    whole: int
    never: re.Pattern[str]


_LAW = re.compile(  # "Mijnbouwwet", "Flora- en faunawet", "Algemene douanewet"
    r"^(?:[A-Z][\w-]*wet(?:boek)?|[A-Z]\w+- en \w+wet|Wet|Rijkswet|Belastingplan|(?:Tijdelijke|Algemene) \w*wet)\b"
)
_DECREE = re.compile(  # "Bouwbesluit 2012", "Besluit basisregistratie personen", "Binnenvaartpolitiereglement"
    r"^(?:[A-Z][\w’'-]*(?:besluit|reglement|statuut)|(?:Tijdelijk |Algemeen )?[Bb]esluit|Reglement)\b"
)
_REGULATION = re.compile(  # "Regeling Jeugdwet", "Uitvoeringsregeling Meststoffenwet"
    r"^(?:[A-Z][\w’'-]*regeling|(?:Tijdelijke |Algemene )?[Rr]egeling)\b"
)
_TREATY = re.compile(  # "Verdrag inzake de rechten van het kind", "Europees Sociaal Handvest"
    r"^(?:(?:Europee?se?|Internationaal|Maritiem|Benelux-?|Universele|Weens) )?(?:\w+ )?"
    r"(?:[Vv]erdrag|[Kk]aderverdrag|[Rr]aamverdrag|[Oo]vereenkomst|[Ss]tatuut|[Hh]andvest|[Cc]onventie|[Vv]erklaring)\b"
)
_BOTH = re.compile(f"{_NOT_CITED.pattern}|{_NOT_LASTING.pattern}")
TYPES = {
    "wet": Cited("law", _LAW, 0, _NOT_CITED),
    "rijkswet": Cited("law", _LAW, 0, _NOT_CITED),
    "wet-BES": Cited("law", _LAW, 90, _NOT_CITED),
    "AMvB": Cited("law", _DECREE, 70, _BOTH),
    "AMvB-BES": Cited("law", _DECREE, 70, _BOTH),
    "KB": Cited("law", _DECREE, 0, _BOTH),
    "rijksKB": Cited("law", _DECREE, 0, _BOTH),
    "ministeriele-regeling": Cited("law", _REGULATION, 60, _BOTH),
    "verdrag": Cited("treaty", _TREATY, 110, re.compile(f"{_ONE_SIDE.pattern}|ijziging|rotocol")),
}
"""The types of the register whose laws ship; circulars, policy rules and bye-laws of trade bodies do not."""


def names(register: Iterable[dict[str, str]]) -> list[tuple[str, str, str]]:
    """Give name, BWB id and kind of the laws that ship; a name that two laws have is none."""
    found = [
        (name, row["bwb_id"], TYPES[row["type"]].kind)
        for row in register
        if row["type"] in TYPES and (name := _name(row["title"].replace("\xa0", " ").strip(), TYPES[row["type"]]))
    ]
    count = Counter(name.casefold() for name, _, _ in found)
    return [each for each in found if count[each[0].casefold()] == 1]


def _name(title: str, cited: Cited) -> str:
    """Give the name in a title: in brackets at its end, as what it establishes, or the whole of a short one."""
    bracketed = _BRACKETED.search(title) or _ESTABLISHED.match(title)
    name = bracketed.group(1).strip() if bracketed else title if len(title) <= cited.whole else ""
    return name if len(name) > 5 and cited.name.match(name) and not cited.never.search(name) else ""
