"""Who asks and who signs: names as papers write them, with the party in brackets or the role beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Asker, Signatory

_GROUP = re.compile(r"(?P<names>[^()]+)\((?P<party>[^()]+)\)")
_EACH = re.compile(r"^(?:beiden|allen|beide)\s+")
_SPLIT = re.compile(r"\s*,\s*(?:en\s+)?|\s+en\s+")
_LEAD = re.compile(r"^(?:\s*(?:,|en\b)\s*)?(?:(?:het|de)\s+)?(?:lid|leden)?\s*(?:lid\s+)?")
_LOOSE = re.compile(r"\s+(?=[´`¨])|[´`¨]\s*$")

_ACTING = r"(?:fungerend |wnd\. |waarnemend |plaatsvervangend |vice)?"
ROLE = rf"{_ACTING}(?:voorzitter|president|secretaris|adjunct-griffier|griffier)"
_COMMITTEE = re.compile(
    rf"^[ \t]*(?:De[ \t]+)?(?P<role>{ROLE})(?: van de (?:vaste |algemene |tijdelijke )?commissie)?"
    r"[^\n,]{0,60},[ \t]*\n\s*(?P<name>[^\n]+)",
    re.IGNORECASE | re.MULTILINE,
)
_DEGREE = r"(?:(?:mr|drs|dr|ir|prof|ing)\.? )"
_TITLED = re.compile(
    rf"(?P<name>{_DEGREE}*(?:[A-Z][\w.]*\.? |\([A-Z]\w+\) )*?(?:van |de |der |den |ten |ter )*[A-Z][\w-]+)"
    rf"(?: RA| MA| MSc)?,\s+(?P<role>{ROLE})\b"
)
_TITLE = re.compile(rf"^{_DEGREE}+")
_FIRST_NAMES = re.compile(
    r"^(?:(?:[A-Z]\.)+(?: [A-Z]\.)*|[A-Z]\.?|\([A-Z]\w+\)|[A-Z][a-zà-ÿ]+(?= (?:[A-Z(]|van |de )))\s+"
)


def askers_in(text: str) -> tuple[Asker, ...]:
    """Give the members of a phrase, with their party.

    >>> [f"{one.name} ({one.party})" for one in askers_in("de leden Bushoff , Kröger (beiden PvdA) en Podt (D66)")]
    ['Bushoff (PvdA)', 'Kröger (PvdA)', 'Podt (D66)']
    """
    askers: list[Asker] = []
    for group in _GROUP.finditer(text):
        party = _EACH.sub("", group["party"].strip())
        names = _LEAD.sub("", group["names"], count=1)
        askers.extend(Asker(_name(name), party) for name in _SPLIT.split(names) if _name(name))
    if not askers:
        names = _LEAD.sub("", text, count=1)
        askers.extend(Asker(_name(name)) for name in _SPLIT.split(names) if _name(name))
    return tuple(dict.fromkeys(askers))


def _name(text: str) -> str:
    """Give a name with single spaces; accents that extraction set apart go."""
    return _LEAD.sub("", " ".join(_LOOSE.sub("", text).split()))


def signatories_in(text: str) -> tuple[Signatory, ...]:
    """Give who signed, with the role: ``De fungerend voorzitter van de commissie,`` / ``Vijlbrief``.

    >>> signatories_in("drs. C. (Cornelis) van der Werf,  secretaris")
    (Signatory(role='secretaris', name='Van der Werf'),)
    """
    return tuple(dict.fromkeys(_signatories(text)))


def _signatories(text: str) -> Iterator[Signatory]:
    """Give the signatories of a committee, else those of a board whose roles follow the names."""
    found = False
    for match in _COMMITTEE.finditer(text):
        found = True
        yield Signatory(match["role"].lower(), " ".join(match["name"].split()))
    if not found:
        for match in _TITLED.finditer(text):
            yield Signatory(match["role"], _surname(match["name"]))


def _surname(name: str) -> str:
    """Give a surname, its particle with a capital because no first name precedes it."""
    rest = _TITLE.sub("", " ".join(name.split()))
    while True:
        shorter = _FIRST_NAMES.sub("", rest, count=1)
        if shorter == rest or not shorter:
            return rest[:1].upper() + rest[1:]
        rest = shorter
