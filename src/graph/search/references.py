"""Which paper, and which question of it, a visitor means who types its number as papers and people write it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from graph.search.words import fold


@dataclass(frozen=True)
class Reference:
    """What is meant: a paper, a question or answer by its number, or both.

    Attributes:
        identifier: of the paper, in small letters, such as ``kst-36800-xx-7``; a dossier ends in a hyphen.
        number: of the question; empty where none is meant.
        part: ``question`` or ``answer``; empty where none is meant.
        rest: what else is typed.
    """

    identifier: str = ""
    number: str = ""
    part: str = ""
    rest: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether no other reading is likely; five figures of a dossier may as well be a number."""
        return not self.identifier.endswith("-")


@dataclass(frozen=True)
class _Writing:
    """A way in which papers are called: its name, an example, its pattern, and the identifier that is meant."""

    name: str
    example: str
    pattern: re.Pattern[str]
    identifier: Callable[[re.Match[str]], str]


def _dossier(found: re.Match[str]) -> str:
    said = found.groupdict()
    number = said.get("number") or ""
    parts = (re.sub(r"\D", "", said["dossier"]), said["suffix"], number)
    return "-".join(("kst", *(part.lower() for part in parts if part))) + ("" if number else "-")


_DOSSIER = r"(?P<dossier>\d{2}[ .\u00a0]?\d{3})(?:[ -]?\(?(?P<suffix>[IVXLC]{1,6}|[A-Z])\)?)?"
_END = r"(?![\w-])"

WRITINGS: tuple[_Writing, ...] = (
    _Writing(
        "identifier",
        "kst-36800-XX-7",
        re.compile(rf"(?<![\w-])(?:kst|ah|kv|blg|h|ek|tk|doc|brief)-\w[\w-]*\w{_END}", re.IGNORECASE),
        lambda found: found[0].lower(),
    ),
    _Writing(
        "appendix",
        "Aanhangsel 2024-2025, nr. 593",
        re.compile(
            r"\b(?:aanhangsel|ah)\b\D{0,40}(?P<first>\d{4})\D?(?P<second>\d{4})\D{1,8}(?P<number>\d{1,5})\b",
            re.IGNORECASE,
        ),
        lambda found: f"ah-tk-{found['first']}{found['second']}-{found['number']}",
    ),
    _Writing(
        "numbered",
        "36 800 XX, nr. 7",
        re.compile(
            rf"(?<!\w)(?:(?:kst|kamerstuk(?:ken)?)\W*)?{_DOSSIER}\s*,?\s*(?:nr\.?|nummer|no\.?)\s*(?P<number>\d{{1,5}}){_END}",
            re.IGNORECASE,
        ),
        _dossier,
    ),
    _Writing(
        "hyphened", "36800-XX-7", re.compile(rf"(?<!\w){_DOSSIER}-(?P<number>\d{{1,5}}){_END}", re.IGNORECASE), _dossier
    ),
    _Writing(
        "request",
        "2025Z12345",
        re.compile(rf"(?<!\w)\d{{4}}[DZ]\d{{4,6}}{_END}", re.IGNORECASE),
        lambda found: found[0].lower(),
    ),
    _Writing(
        "register",
        "BWBR0011823",
        re.compile(
            rf"(?<!\w)(?:BWB[RV]\d{{7}}|ECLI:[A-Z]{{2}}:[\w:.]+|3\d{{4}}[A-Z]{{1,2}}\d{{4}}){_END}", re.IGNORECASE
        ),
        lambda found: found[0].lower(),
    ),
    _Writing(
        "dossier",
        "36800 XX",
        re.compile(rf"(?<![\w.,])(?:kamerstuk(?:ken)?\W*|dossier\W*)?{_DOSSIER}{_END}(?!\s*\w)", re.IGNORECASE),
        _dossier,
    ),
)
"""Tried in this order; the first that is found is meant."""

_PART = re.compile(
    r"(?<!\w)(?P<part>vraag|vragen|antwoord)\s+(?:nr\.?\s*)?(?P<number>\d{1,4}(?:-\d{1,4})?)(?!\w)", re.IGNORECASE
)
_PARTS = {"vraag": "question", "vragen": "question", "antwoord": "answer"}


def reference_in(text: str) -> Reference | None:
    """Find what paper and question a text names, None where it names none.

    >>> reference_in("36 800 XX, nr. 7 vraag 12 opvang")
    Reference(identifier='kst-36800-xx-7', number='12', part='question', rest='opvang')
    >>> reference_in("opvangplekken 2025") is None
    True
    """
    identifier, rest = "", text
    for writing in WRITINGS:
        if found := writing.pattern.search(text):
            identifier = fold(writing.identifier(found))
            rest = text[: found.start()] + " " + text[found.end() :]
            break
    part = _PART.search(rest)
    if part:
        rest = rest[: part.start()] + " " + rest[part.end() :]
    elif not identifier:
        return None
    number, what = (part["number"], _PARTS[part["part"].lower()]) if part else ("", "")
    return Reference(identifier, number, what, " ".join(rest.split()))
