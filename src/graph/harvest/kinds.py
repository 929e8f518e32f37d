"""The kinds of paper that are harvested, as a table: how each source names them, with the Dutch words for it.

Official publications name a paper by its publication (``Kamervragen (Aanhangsel)``), its heading (``Brief``) and its
title; the Tweede Kamer by its ``Soort``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Source(StrEnum):
    """Where papers come from."""

    SRU = "sru"
    ODATA = "odata"
    SYNCFEED = "syncfeed"


class Kind(StrEnum):
    """What can be asked for on the command line."""

    LISTS = "lists"
    ANSWERS = "answers"
    CONSULTATIONS = "consultations"
    LETTERS = "letters"
    QUESTIONS = "questions"


DEFAULT = (Kind.LISTS, Kind.ANSWERS, Kind.CONSULTATIONS, Kind.LETTERS)
"""What is harvested when nothing is asked for: the papers in which ministers answer."""


@dataclass(frozen=True)
class Wanted:
    """One kind, as both sources know it.

    Attributes:
        publication: ``publicatienaam`` of the official publications.
        search: how the search service is asked for it, in CQL, besides the publication; it may find too many.
        heading: what ``subrubriek`` begins with; empty when the heading does not tell.
        title: what the title then holds; None when the publication tells enough.
        sorts: the values of ``Soort`` at the Tweede Kamer.
    """

    publication: str
    search: str = ""
    heading: str = ""
    title: re.Pattern[str] | None = None
    sorts: tuple[str, ...] = ()


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


KAMERSTUK = "Kamerstuk"

TABLE: dict[Kind, Wanted] = {
    # "Verslag houdende een lijst van vragen en antwoorden", "Lijst van vragen en antwoorden over het jaarverslag"
    Kind.LISTS: Wanted(
        KAMERSTUK,
        'w.subrubriek=="Lijst van vragen en antwoorden" OR dt.title all "lijst vragen antwoorden"',
        "lijst van vragen en antwoorden",
        _words(r"\blijst van vragen en (?:de )?(?:daarop gegeven )?antwoorden\b"),
        ("Lijst van vragen en antwoorden", "Verslag houdende een lijst van vragen en antwoorden"),
    ),
    # "Vragen van het lid …, en antwoord van Minister …": Aanhangsel van de Handelingen; also the notices of delay
    Kind.ANSWERS: Wanted(
        "Kamervragen (Aanhangsel)",
        sorts=(
            "Aanhangsel van de Handelingen",
            "Antwoord schriftelijke vragen",
            "Antwoord schriftelijke vragen (nader)",
            "Mededeling (uitstel antwoord)",
        ),
    ),
    # "Verslag van een schriftelijk overleg over de Landbouwraad"
    Kind.CONSULTATIONS: Wanted(
        KAMERSTUK,
        'dt.title all "verslag schriftelijk overleg"',
        "",
        _words(r"\bverslag van een (?:nader )?schriftelijk overleg\b"),
        ("Verslag van een schriftelijk overleg",),
    ),
    # "Brief van de Minister van Asiel en Migratie"
    Kind.LETTERS: Wanted(KAMERSTUK, 'w.subrubriek=="Brief"', "brief", _words(r"(?:^|; )brief\b"), ("Brief regering",)),
    # "Vragen van het lid …", before there is an answer
    Kind.QUESTIONS: Wanted("Kamervragen zonder antwoord", sorts=("Schriftelijke vragen",)),
}


def cql_of(kind: Kind) -> str:
    """Give how the search service is asked for a kind.

    >>> cql_of(Kind.ANSWERS)
    'w.publicatienaam=="Kamervragen (Aanhangsel)"'
    """
    wanted = TABLE[kind]
    publication = f'w.publicatienaam=="{wanted.publication}"'
    return f"({publication} AND ({wanted.search}))" if wanted.search else publication


def is_published_as(kind: Kind, publication: str, headings: tuple[str, ...], titles: tuple[str, ...]) -> bool:
    """Whether an official publication is of a kind: the search may find others with the same words.

    Args:
        kind: the kind that is wanted.
        publication: its ``publicatienaam``.
        headings: the values of its ``subrubriek``.
        titles: the title of the paper, then that with its dossier.

    >>> is_published_as(Kind.LETTERS, "Kamerstuk", ("Brief",), ("Verzoek om spoed",))
    True
    >>> is_published_as(Kind.LISTS, "Kamerstuk", ("Motie",), ("Motie over dijken",))
    False
    """
    wanted = TABLE[kind]
    if publication != wanted.publication:
        return False
    if wanted.heading and any(heading.lower().startswith(wanted.heading) for heading in headings):
        return True
    return wanted.title is None or any(wanted.title.search(title) for title in titles)


def sorts_of(kinds: tuple[Kind, ...]) -> tuple[str, ...]:
    """Give the values of ``Soort`` of kinds at the Tweede Kamer."""
    return tuple(sort for kind in kinds for sort in TABLE[kind].sorts)
