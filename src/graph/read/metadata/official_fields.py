"""The fields of official metadata, as tables, and what they say of a paper.

One field has several names: ``DC.title`` is ``DCTERMS.title`` and ``dcterms:title``, ``OVERHEIDop.publicationName`` in
one file is ``overheidwetgeving:publicatienaam`` in another. The names are those of official heads and of the handbook
of the search service (SRU 2.0).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from graph.errors import ReadError
from graph.model import Metadata

Labels = Mapping[str, tuple[str, ...]]

DATES = {
    # when the questions were put: "ingezonden 10 oktober 2024"
    "submitted": ("datumindiening",),
    # when the answers were received, "ontvangen 18 november 2024"; of a letter when it was written
    "answered": ("datumontvangst", "datumbrief"),
    # the day that the paper carries, whatever it is called there
    "issued": ("issued",),
}
"""The dates of a paper, with the fields that give them, first the one that counts most."""

ISSUED_IS = (
    # what a committee adopts: "Vastgesteld 14 november 2025"
    ("adopted", re.compile(r"(?:\w+ )?verslag\b|lijst van vragen", re.IGNORECASE)),
    # a letter: "Den Haag, 7 juli 2023"
    ("answered", re.compile(r"(?:kamer)?brief\b", re.IGNORECASE)),
)
"""What the day that a paper carries is, by how its type (``DC.type``) or title begins."""

_NAME = re.compile(r"(?:(?:dc|dcterms|owms|overheid|overheidop|overheidwetgeving)[.:])?(\w+)", re.IGNORECASE)
_IDENTIFIER = re.compile(r"(?:.*/)?([a-z]{1,6}(?:-[et]k)?(?:-[0-9A-Za-z]+)+)(?:\.(?:html|xml|pdf)|/metadata\.xml)?")
_DOSSIER = re.compile(r"(\d\d)\s?(\d{3})(?:[\s-]+\(?([IVXLC]+|[A-Z]|R\d+|\d\d)\)?|([IVXLC]+))?")
_SESSION = re.compile(r"(\d{4})\s?[-–/]\s?(\d{4})")
_QUESTION = re.compile(r"\d{4}Z\d{4,6}")
_DAY = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)(?:T.*)?|(?P<day>\d\d?)-(?P<month>\d\d?)-(?P<year>\d{4})")


def metadata_in(labels: Labels, file_name: str, *, strict: bool) -> Metadata:
    """Give what fields say of a paper.

    Args:
        labels: the fields by their names, each with its values.
        file_name: for the message.
        strict: whether a value that cannot be read is an error; otherwise it counts as absent.

    Raises:
        ReadError: for such a value; the message names the field.
    """
    values = _by_name(labels)
    identifier = identifier_of(labels)
    dates = {name: _date(values, wanted, file_name, strict=strict) for name, wanted in DATES.items()}
    for name, begins in ISSUED_IS:
        if any(map(begins.match, (*values.get("type", ()), *values.get("documenttitel", ())))):
            dates[name] = dates.get(name) or dates["issued"]
            break
    numbers = [*values.get("ondernummer", ()), *values.get("aanhangselnummer", ())]
    return Metadata(
        identifier=identifier,
        title=next(iter((*values.get("documenttitel", ()), *values.get("title", ()))), None),
        dossier=_dossier(values, identifier, file_name, strict=strict),
        number=next((int(number) for number in numbers if number.isdecimal() and len(number) < 6), None),
        session_year=_session(values, file_name, strict=strict),
        adopted=dates.get("adopted"),
        submitted=dates["submitted"],
        answered=dates["answered"],
        issued=dates["issued"],
        replaces=_papers(values, "replaces"),
        question_number=next((number for number in values.get("vraagnummer", ()) if _QUESTION.fullmatch(number)), None),
        replaced_by=_papers(values, "isreplacedby"),
        notice_about=_papers(values, "mededelingover"),
    )


def identifier_of(labels: Labels) -> str | None:
    """Give the official identifier among fields: stated, else in the address of the metadata record.

    Identifiers of another form, such as the addresses that other pages give as their identifier, are none of a paper.
    """
    values = _by_name(labels)
    given = (*values.get("identifier", ()), *values.get("externmetadatarecord", ()))
    return next((found for value in given if (found := official_identifier(value))), None)


def official_identifier(value: str) -> str | None:
    """Give the identifier that a value is, or that the address of a publication has.

    >>> official_identifier("https://zoek.officielebekendmakingen.nl/kst-32545-143/metadata.xml")
    'kst-32545-143'
    """
    match = _IDENTIFIER.fullmatch(value.strip())
    return match[1] if match else None


def is_official(labels: Labels) -> bool:
    """Whether fields are those of an official publication, and not of any page."""
    return any(re.match(r"overheid(?:op|wetgeving)[.:]", name, re.IGNORECASE) for name in labels)


def _by_name(labels: Labels) -> dict[str, tuple[str, ...]]:
    """Give the values by the last part of the official names, in lower case."""
    values: dict[str, tuple[str, ...]] = {}
    for name, given in labels.items():
        match = _NAME.fullmatch(name)
        if match:
            key = match[1].lower()
            values[key] = (*values.get(key, ()), *(value.strip() for value in given if value.strip()))
    return values


def _date(values: Labels, names: tuple[str, ...], file_name: str, *, strict: bool) -> date | None:
    """Give the first date of fields, written ``2021-07-06`` or, in older ones, ``06-07-2021``."""
    for name in names:
        for value in values.get(name, ()):
            match = _DAY.fullmatch(value)
            try:
                if match:
                    parts = match.group("y", "m", "d") if match["y"] else match.group("year", "month", "day")
                    return date(*map(int, parts))
            except ValueError:
                pass
            _refuse(value, name, "no date, such as 2021-07-06", file_name, strict=strict)
    return None


def _dossier(values: Labels, identifier: str | None, file_name: str, *, strict: bool) -> str | None:
    """Give the dossier in our form, ``36800-XX``; of several the one that the identifier has, else the first."""
    found: list[str] = []
    for value in map(str.strip, re.split(r"[;,|]", ";".join(values.get("dossiernummer", ())))):
        match = _DOSSIER.fullmatch(value)
        if match:
            found.append("-".join(filter(None, (match[1] + match[2], match[3] or match[4]))))
        elif value:
            _refuse(value, "dossiernummer", "no dossier, such as 36800-XX", file_name, strict=strict)
    own = next((dossier for dossier in found if identifier and f"-{dossier}-" in identifier), None)
    return own or next(iter(found), None)


def _session(values: Labels, file_name: str, *, strict: bool) -> str | None:
    """Give the session year: ``2020-2021``."""
    for value in values.get("vergaderjaar", ()):
        match = _SESSION.fullmatch(value)
        if match:
            return f"{match[1]}-{match[2]}"
        _refuse(value, "vergaderjaar", "no session year, such as 2020-2021", file_name, strict=strict)
    return None


def _papers(values: Labels, name: str) -> tuple[str, ...]:
    """Give the identifiers of other papers in a field."""
    return tuple(dict.fromkeys(_identifiers(values.get(name, ()))))


def _identifiers(values: tuple[str, ...]) -> Iterator[str]:
    for value in values:
        identifier = official_identifier(value)
        if identifier:
            yield identifier


def _refuse(value: str, name: str, what: str, file_name: str, *, strict: bool) -> None:
    """Refuse a value of a file that can be corrected."""
    if strict:
        raise ReadError(file_name, f"the value {value[:80]!r} of {name} is {what}: correct it or take it out")
