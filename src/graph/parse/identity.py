"""Which document a file is (DESIGN section 4): what its text states, what stands beside it, its name, else a hash.

Nothing is guessed: a derived identifier carries the note that says from what; two that disagree are an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph.errors import IdentityError, ReadError
from graph.model import IdentifierBasis, Identity, Metadata, SourceText
from graph.parse.days import session_of

_FOOTER = re.compile(r"^[ \t]*(?P<id>(?:ah|kv)-tk-[\dZ]+(?:-\d+)?|kst-\d+(?:-[\dA-Z]+)+)[ \t]*$", re.MULTILINE)
_SESSION = re.compile(r"[Vv]ergaderjaar (\d{4})\s?[–-]\s?(\d{4})")
_APPENDIX = "Aanhangsel van de Handelingen"
_NUMBER_ALONE = re.compile(r"^[ \t#*]*(\d{1,4})[ \t*]*$", re.MULTILINE)
_AH = re.compile(r"^[ \t]*AH[ \t]*(\d{1,4})[ \t]*$", re.MULTILINE)
_Z_NUMBER = re.compile(r"^[ \t]*(\d{4}Z\d{4,6})[ \t]*$", re.MULTILINE)
_DOSSIER = re.compile(r"^[ \t]*(\d\d) ?(\d{3})(?:[ \t-]+([IVXLC]+|[A-Z]))?(?:[ \t]+\S|[ \t]*$)", re.MULTILINE)
_ORDINAL = re.compile(r"^[ \t]*[Nn]r\.[ \t]*(\d{1,4})\b|^[ \t]*([A-Z])[ \t]+(?:VERSLAG|BRIEF|NOTA|LIJST)", re.MULTILINE)
_NAME = re.compile(
    r"^(?:(?:ah|kv|h)-[te]k-[\dZ]+(?:-\d+)?|kst-\d+(?:-[\dA-Z]+)+|blg-\d+|(?:ark|brief)-[\dA-Z]+(?:-\d+)*|\d{4}[ZD]\d{4,6})(?=[_.]|$)"
)
_SOUND = re.compile(r"[0-9A-Za-z][0-9A-Za-z._:-]{0,199}")
_KAMERSTUK = re.compile(r"kst-(\d+(?:-[IVX]+|-[A-F])?)-\w+")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a header states of its identity."""

    identifier: str | None = None
    number: int | None = None
    dossier: str | None = None
    derived: str | None = None
    note: str | None = None


def stated_in(text: str, header: str, answered: date | None) -> Stated:
    """Give what a paper states: a footer with an identifier, or the parts of one in its header.

    Args:
        text: the layer, for the footer.
        header: the words before the first question.
        answered: the day of the answers, from which the session of an ``AH 614`` follows.
    """
    footer = _FOOTER.search(text)
    if _APPENDIX in header:
        return _appendix(header, footer["id"] if footer else None)
    ah = _AH.search(header)
    if ah:
        session = session_of(answered) if answered else None
        note = (
            f'"AH {ah[1]}" staat in de tekst; vergaderjaar {session[:4]}-{session[4:]} volgt uit de datum.'
            if session
            else None
        )
        return Stated(number=int(ah[1]), derived=f"ah-tk-{session}-{ah[1]}" if session else None, note=note)
    question = _Z_NUMBER.search(header)
    if question:
        return Stated(f"kv-tk-{question[1]}")
    return _numbered(header, footer["id"] if footer else None)


def _appendix(header: str, footer: str | None) -> Stated:
    """Read ``Vergaderjaar 2024–2025 Aanhangsel van de Handelingen`` and the number on its own line."""
    if footer:
        last = footer.rpartition("-")[2]
        return Stated(footer, int(last) if last.isdigit() else None)
    session = _SESSION.search(header)
    number = _NUMBER_ALONE.search(header, header.index(_APPENDIX))
    if session and number:
        return Stated(f"ah-tk-{session[1]}{session[2]}-{number[1]}", int(number[1]))
    return Stated(number=int(number[1]) if number else None)


def _numbered(header: str, footer: str | None) -> Stated:
    """Read ``36 820 XX Wijziging van …`` and ``Nr. 3 VERSLAG …``; without the dossier the number alone."""
    ordinal, dossier = _ORDINAL.search(header), _DOSSIER.search(header)
    number = (ordinal[1] or ordinal[2]) if ordinal else None
    folder = "-".join(filter(None, (f"{dossier[1]}{dossier[2]}", dossier[3]))) if dossier and number else None
    digits = int(number) if number and number.isdigit() else None
    return Stated(footer or (f"kst-{folder}-{number}" if folder else None), digits, folder)


def dossier_of(identifier: str) -> str | None:
    """Give the dossier that the identifier of a Kamerstuk holds.

    >>> dossier_of("kst-36800-XX-7"), dossier_of("ah-tk-20242025-593")
    ('36800-XX', None)
    """
    kst = _KAMERSTUK.fullmatch(identifier)
    return kst[1] if kst else None


def identify(
    source: SourceText, stated: Stated, metadata: Metadata | None = None, identifier: str | None = None
) -> Identity:
    """Say which document a file is.

    Args:
        source: the file.
        stated: what its text states.
        metadata: what stands beside it.
        identifier: settles it, above all else.

    Raises:
        IdentityError: when text, metadata and file name disagree.
        ReadError: when what was given cannot be an identifier.
    """
    if identifier is not None:
        return Identity(_sound(identifier, source.file_name, "--identifier"), IdentifierBasis.GIVEN)
    if metadata and metadata.identifier is not None:
        _sound(metadata.identifier, source.file_name, "the metadata beside it")
    claims = list(_claims(source, stated, metadata))
    if len({claim.identifier for claim in claims}) > 1:
        raise IdentityError(source.file_name, {str(claim.basis): claim.identifier for claim in claims})
    return claims[0] if claims else Identity(f"doc-{source.sha256[:12]}", IdentifierBasis.HASH)


def _sound(identifier: str, file: str, where: str) -> str:
    """Give an identifier that can be part of an address; all official ones can."""
    if not _SOUND.fullmatch(identifier):
        raise ReadError(
            file, f"{identifier!r} ({where}) is no identifier: letters, digits and - . _ : are, as in kst-36800-XX-7"
        )
    return identifier


def _claims(source: SourceText, stated: Stated, metadata: Metadata | None) -> Iterator[Identity]:
    """Give all that says which document it is, strongest first."""
    if stated.identifier:
        yield Identity(stated.identifier, IdentifierBasis.STATED)
    if metadata and metadata.identifier:
        yield Identity(metadata.identifier, metadata.basis, metadata.note)
    elif stated.derived and not stated.identifier:
        yield Identity(stated.derived, IdentifierBasis.DERIVED, stated.note)
    named = _NAME.match(source.file_name)
    if named:
        yield Identity(named.group(), IdentifierBasis.FILENAME)
