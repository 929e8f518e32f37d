"""The Tweede Kamer's open data as OData v4: documents of the wanted kinds, and those that were taken away.

Names and meanings are those of the entity ``Document`` (opendata.tweedekamer.nl); its file is at
``Document(Id)/resource``.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated
from urllib.parse import quote, urlencode

from pydantic import BaseModel, Field, StringConstraints, ValidationError

from graph.errors import HarvestError
from graph.harvest.kinds import Kind, sorts_of
from graph.harvest.listed import Choice, Listed, Manifestation, Page, Standing
from graph.harvest.names import appendix_of, is_sound
from graph.model import IdentifierBasis, Metadata

_SUFFIXES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/pdf": "pdf",
}
_EXPAND = "Kamerstukdossier($select=Nummer,Toevoeging),Zaak($select=Nummer)"
_DOSSIER = re.compile(r"(\d{5})(?:-([0-9A-Z]+))?")
_QUESTION = re.compile(r"\d{4}Z\d{4,6}")
_TWEEDE_KAMER = 2
_NOTICE = "Mededeling"
"""A notice that the answers come later has the number of the questions as well, and is not their answer."""

Guid = Annotated[str, StringConstraints(pattern=r"^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$")]


class _Dossier(BaseModel):
    number: int | None = Field(default=None, alias="Nummer")
    addition: str | None = Field(default=None, alias="Toevoeging")

    @property
    def name(self) -> str:
        return "-".join(filter(None, (str(self.number or ""), (self.addition or "").strip("() "))))


class _Case(BaseModel):
    number: str | None = Field(default=None, alias="Nummer")


class Row(BaseModel):
    """A document of the Tweede Kamer, as far as it is used here."""

    id: Guid = Field(alias="Id")
    sort: str | None = Field(default=None, alias="Soort")
    number: str | None = Field(default=None, alias="DocumentNummer")
    subject: str | None = Field(default=None, alias="Onderwerp")
    day: str | None = Field(default=None, alias="Datum")
    ordinal: int | None = Field(default=None, alias="Volgnummer")
    appendix: str | None = Field(default=None, alias="Aanhangselnummer")
    chamber: int | None = Field(default=None, alias="Kamer")
    content_type: str | None = Field(default=None, alias="ContentType")
    length: int | None = Field(default=None, alias="ContentLength")
    changed: str | None = Field(default=None, alias="GewijzigdOp")
    changed_here: str | None = Field(default=None, alias="ApiGewijzigdOp")
    deleted: bool | None = Field(default=False, alias="Verwijderd")
    dossiers: list[_Dossier] = Field(default=[], alias="Kamerstukdossier")
    cases: list[_Case] = Field(default=[], alias="Zaak")


class _Answer(BaseModel):
    rows: list[dict[str, object]] = Field(alias="value")
    total: int | None = Field(default=None, alias="@odata.count")
    next: str | None = Field(default=None, alias="@odata.nextLink")


def address_of(service: str, choice: Choice) -> str:
    """Give the address of the first page; the service says where the next one is.

    Raises:
        HarvestError: for a dossier that is none.
    """
    sorts = " or ".join(f"Soort eq {_text(sort)}" for sort in sorts_of(choice.kinds or tuple(Kind)))
    clauses = [f"({sorts})"]
    if choice.since:
        # A document that was taken away may have lost its kind.
        clauses = [f"({sorts} or Verwijderd eq true)", f"ApiGewijzigdOp ge {choice.since.isoformat()}T00:00:00Z"]
    if choice.dossiers:
        clauses.append(f"Kamerstukdossier/any(d:{' or '.join(map(_dossier, choice.dossiers))})")
    asked = {
        "$filter": " and ".join(clauses),
        "$expand": _EXPAND,
        "$orderby": "ApiGewijzigdOp asc",
        "$count": "true",
    }
    return f"{service.rstrip('/')}/Document?{urlencode(asked, quote_via=quote, safe='$(),/:=')}"


def address_of_one(service: str, identifier: str) -> str:
    """Give the address of one document."""
    asked = urlencode({"$expand": _EXPAND}, quote_via=quote, safe="$(),/:=")
    return f"{service.rstrip('/')}/Document({identifier})?{asked}"


def read_page(data: bytes, service: str) -> Page:
    """Read a page of documents.

    Args:
        data: the answer.
        service: the address of the service, for those of the files.

    Raises:
        HarvestError: when it is no such answer.
    """
    try:
        answer = _Answer.model_validate_json(data)
    except ValidationError as error:
        raise HarvestError(f"no answer of OData: {_told(error)}") from error
    papers: list[Listed] = []
    keys: list[str] = []
    problems: list[str] = []
    for row in answer.rows:
        key = str(row.get("Id", "no Id"))[:80]
        keys.append(key)
        try:
            papers.append(listed_of(Row.model_validate(row), service))
        except ValidationError as error:
            problems.append(f"{key}: {_told(error)}")
        except HarvestError as error:
            problems.append(str(error))
    return Page(tuple(papers), tuple(keys), answer.next, total=answer.total, problems=tuple(problems))


def read_one(data: bytes, service: str) -> Listed:
    """Read the answer about one document.

    Raises:
        HarvestError: when it is none, or not of a kind that can be read.
    """
    try:
        return listed_of(Row.model_validate_json(data), service)
    except ValidationError as error:
        raise HarvestError(f"no document of OData: {_told(error)}") from error


def listed_of(row: Row, service: str) -> Listed:
    """Give what a row lists.

    Raises:
        HarvestError: when it has no number, or no file that can be read.
    """
    if row.deleted:
        return Listed(row.id, row.number or "", standing=Standing.CHAMBER, deleted=True)
    metadata = _metadata(row)
    name = metadata.identifier or ""
    if not is_sound(name):
        raise HarvestError(f"{row.id}: it has no number that can be the name of a file ({name[:80]!r})")
    suffix = _SUFFIXES.get((row.content_type or "").partition(";")[0].strip().lower())
    if suffix is None:
        raise HarvestError(f"{name}: its file is {row.content_type or 'absent'}: DOCX and PDF are read")
    address = f"{service.rstrip('/')}/Document({row.id})/resource"
    return Listed(
        key=row.id,
        name=name,
        version=f"{row.changed or row.changed_here or ''} {row.length or ''}".strip(),
        files=(Manifestation(suffix, address),),
        metadata=metadata,
        standing=Standing.CHAMBER,
        question_numbers=_questions(row),
    )


def _metadata(row: Row) -> Metadata:
    """Give what a row says of its paper, under the identifier of official publications where its parts are stated."""
    questions = _questions(row)
    known = Metadata(
        identifier=row.number,
        title=" ".join((row.subject or "").split()) or None,
        issued=_day(row.day),
        question_number=questions[0] if len(questions) == 1 else None,
    )
    if row.chamber not in (None, _TWEEDE_KAMER):
        return known
    name = appendix_of(row.appendix)
    parts = f"aanhangselnummer {row.appendix}"
    dossiers = [dossier.name for dossier in row.dossiers if dossier.number]
    if name is None and len(dossiers) == 1 and (row.ordinal or 0) > 0:
        name = f"kst-{dossiers[0]}-{row.ordinal}"
        parts = f"dossier {dossiers[0]} en volgnummer {row.ordinal}"
    if name is None:
        return known
    note = f"Volgt uit {parts} in de open data van de Tweede Kamer, waar het stuk {row.number} heet."
    return Metadata(
        identifier=name,
        basis=IdentifierBasis.DERIVED,
        note=note,
        title=known.title,
        dossier=dossiers[0] if dossiers else None,
        issued=known.issued,
        question_number=known.question_number,
    )


def _questions(row: Row) -> tuple[str, ...]:
    if (row.sort or "").startswith(_NOTICE):
        return ()
    return tuple(case.number for case in row.cases if case.number and _QUESTION.fullmatch(case.number))


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _dossier(value: str) -> str:
    match = _DOSSIER.fullmatch(value)
    if match is None:
        raise HarvestError(f"{value!r} is no dossier: give one as 36800 or 36800-XX")
    addition = f" and d/Toevoeging eq {_text(match[2])}" if match[2] else ""
    return f"(d/Nummer eq {match[1]}{addition})"


def _text(value: str) -> str:
    """Give a string of OData (ABNF: a quote in it is doubled)."""
    return "'" + value.replace("'", "''") + "'"


def _told(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"]))
    return f"{where}: {first['msg']}" if where else str(first["msg"])
