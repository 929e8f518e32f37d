"""What the metadata beside a paper adds to its header, and where the two disagree (DESIGN section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from graph.model import Disagreement, Metadata

_OVER = re.compile(r"\bover\b", re.IGNORECASE)


def dossier_key(dossier: str) -> str:
    """Give a dossier as identifiers write it.

    >>> dossier_key("36 800 XX"), dossier_key("36 600-XVI")
    ('36800-XX', '36600-XVI')
    """
    return re.sub(r"[\s-]+", "-", re.sub(r"(?<=\d)[\s.  ]+(?=\d)", "", dossier.strip()))


def disagreements(
    known: Metadata,
    *,
    title: str | None,
    dossier: str | None,
    number: int | None,
    session_year: str | None,
    dates: dict[str, date | None],
) -> Iterator[Disagreement]:
    """Give where the text of a paper and its metadata differ; what only one of them says is no disagreement."""
    if title and known.title and not same_title(title, known.title):
        yield Disagreement("title", title, known.title)
    if dossier and known.dossier and dossier_key(dossier) != dossier_key(known.dossier):
        yield Disagreement("dossier", dossier, known.dossier)
    if number is not None and known.number is not None and number != known.number:
        yield Disagreement("number", str(number), str(known.number))
    if session_year and known.session_year and _digits(session_year) != _digits(known.session_year):
        yield Disagreement("session_year", session_year, known.session_year)
    for name, day in dates.items():
        given: date | None = {"adopted": known.adopted, "submitted": known.submitted, "answered": known.answered}[name]
        if day and given and day != given:
            yield Disagreement(name, day.isoformat(), given.isoformat())


def same_title(text: str, metadata: str) -> bool:
    """Whether two titles say the same: the letters of one, or of one of its parts, are in the other.

    >>> same_title("Lijst van vragen", "Begroting 2026; Lijst van vragen en antwoorden")
    True
    >>> same_title("Vragen van het lid Podt (D66) aan de minister over dijken", "Vragen van het lid Podt over dijken")
    True
    >>> same_title("Vragen over dijken", "Vragen over molens")
    False
    """
    ours, theirs = [*_parts(text)], [*_parts(metadata)]
    return any(one in other or other in one for one in ours for other in theirs)


def _parts(title: str) -> Iterator[str]:
    """Give the letters of a title, of its parts, and of what it is about."""
    for part in (title, *title.split(";")):
        about = _OVER.split(part, maxsplit=1)
        for words in (part, about[-1]):
            letters = "".join(filter(str.isalnum, words.lower()))
            if len(letters) > 3:
                yield letters


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
