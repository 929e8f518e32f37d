"""Who asks and who signs: names as papers write them, with the party in brackets or the role beside them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from graph.model import Asker, Signatory
from graph.parse.posts import posts_in

_GROUP = re.compile(r"(?P<names>[^()]+)\((?P<party>[^()]+)\)")
_EACH = re.compile(r"^(?:beiden|allen|beide)\s+")
_SPLIT = re.compile(r"\s*,\s*(?:en\s+)?|\s+en\s+")
_LEAD = re.compile(r"^(?:\s*(?:,|en\b)\s*)?(?:(?:het|de)\s+)?(?:(?:Kamer)?(?:lid|leden)\b)?\s*(?:lid\s+)?")
# "Kostic ´": an accent that was set apart from the letter before it; "DaniëlleJansen": a space that was lost
_APART = re.compile(r"(\w)\s*([´`¨])")
_ACCENTS = {"´": "\N{COMBINING ACUTE ACCENT}", "`": "\N{COMBINING GRAVE ACCENT}", "¨": "\N{COMBINING DIAERESIS}"}
_GLUED = re.compile(r"(?<=[a-zà-ÿ]{3})(?=[A-ZÀ-Þ][a-zà-ÿ])")

_ACTING = r"(?:fungerend |wnd\. |waarnemend |plaatsvervangend |vice)?"
ROLE = rf"{_ACTING}(?:voorzitter|president|secretaris|adjunct-griffier|griffier)"
_WORD = r"(?:[A-ZÀ-Þ][\w.’'-]*|van|de|der|den)"
_COMMITTEE = re.compile(
    rf"^[ \t]*(?:De[ \t]+)?(?P<role>{ROLE})(?: van de (?:vaste |algemene |tijdelijke )?commissie)?[^\n,]{{0,60}},[ \t]*"
    rf"(?:\n\s*(?P<below>[^\n]+)|(?P<beside>{_WORD}(?: {_WORD}){{0,4}})[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_DEGREE = r"(?:(?:mr|drs|dr|ir|prof|ing)\.? )"
_TITLED = re.compile(
    rf"(?P<name>{_DEGREE}*(?:[A-Z][\w.]*\.? |\([A-Z]\w+\) )*?(?:van |de |der |den |ten |ter )*[A-Z][\w-]+)"
    rf"(?: RA| MA| MSc)?,\s+(?P<role>{ROLE})\b"
)
_TITLE = re.compile(rf"^{_DEGREE}+")
_PARTICLES = r"(?:(?:van|de|der|den|ten|ter|te|het|'t|’t|el|al)\s+)*"
_SIGNATURE = (
    rf"{_DEGREE}*(?:(?:[A-ZÀ-Þ][a-z]?\.[ \t]?)+[ \t]*|[A-ZÀ-Þ][\w-]+[ \t]+)(?:\([A-Z]\w+\)\s+)?{_PARTICLES}"
    r"[A-ZÀ-Þ][\w'’-]+(?:[ \t]?[-–][ \t]?[A-ZÀ-Þ][\w'’-]+|[ \t]+(?:(?:van|de|der|den)[ \t]+)*[A-ZÀ-Þ][\w'’-]+){0,2}"
)
# "De minister van Justitie en Veiligheid," / "D.M. van Weel"
_OFFICIAL = re.compile(
    r"^[ \t]*(?:De|DE|de)[ \t]+(?P<post>(?:[Mm]inister|[Ss]taatss?ecretaris)\b[^\n]{0,120}?"
    r"(?:\n[ \t]*(?:en|voor|van)\b[^\n]{0,80}?|,\s*\n[ \t]*[A-ZÀ-Þ][\w-]+(?:, [A-ZÀ-Þ][\w-]+)* en [A-ZÀ-Þ][\w-]+)?)"
    rf"(?:[,.]?[ \t]*\n\s*|,[ \t]+(?=[A-Z]\.))(?P<name>{_SIGNATURE})[ \t]*$",
    re.MULTILINE,
)
_FIRST_NAMES = re.compile(
    r"^(?:[A-ZÀ-Þ][a-zà-ÿ]+[ \t]+(?=[A-ZÀ-Þ(]|van |de |der |den |ten |ter ))?(?:(?:[A-ZÀ-Þ][a-z]?\.?[ \t]?)+(?<=[. ]))?"
    r"(?:\([A-Z]\w+\)[ \t]+)?"
)
"""``A.P. (Arno)``, ``Saskia J.``, ``Pieter``; after initials a second capital word is part of the surname."""


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
    """Give a name with single spaces, and with its accents and the spaces in it where extraction took them apart.

    >>> _name(" Kostic ´ "), _name("DaniëlleJansen"), _name("lid Bushoff ")
    ('Kostić', 'Daniëlle Jansen', 'Bushoff')
    """
    whole = _APART.sub(lambda found: _accented(found[1], found[2]), text)
    return _LEAD.sub("", " ".join(_GLUED.sub(" ", whole).split()))


def _accented(letter: str, accent: str) -> str:
    """Give a letter with its accent, or without where there is no such letter."""
    joined = unicodedata.normalize("NFC", letter + _ACCENTS[accent])
    return joined if len(joined) == 1 else letter


def officials_in(text: str) -> tuple[Signatory, ...]:
    r"""Give the ministers who sign a letter, the post as a full title.

    >>> officials_in("De minister van Justitie en Veiligheid,\n\nD.M. van Weel")
    (Signatory(role='minister van Justitie en Veiligheid', name='Van Weel'),)
    """
    found = ((posts_in(" ".join(match["post"].split())), match["name"]) for match in _OFFICIAL.finditer(text))
    return tuple(dict.fromkeys(Signatory(posts[0], _surname(name)) for posts, name in found if posts))


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
        yield Signatory(match["role"].lower(), " ".join((match["below"] or match["beside"]).split()))
    if not found:
        for match in _TITLED.finditer(text):
            yield Signatory(match["role"], _surname(match["name"]))


def _surname(name: str) -> str:
    """Give a surname, its particle with a capital because no first name precedes it.

    >>> _surname("drs. A.P. (Arno) Visser"), _surname("H.G.J. Bruins Slot"), _surname("Ellen M.A. van Schoten")
    ('Visser', 'Bruins Slot', 'Van Schoten')
    """
    whole = _TITLE.sub("", " ".join(name.split()))
    rest = _FIRST_NAMES.sub("", whole, count=1) or whole
    return rest[:1].upper() + rest[1:]
