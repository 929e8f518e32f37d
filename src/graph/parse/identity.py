"""Which document a file is (DESIGN section 4): what its text states, what stands beside it, its name, else a hash.

Nothing is guessed: a derived identifier carries the note that says from what; two that disagree are an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from graph.errors import IdentityError
from graph.model import IdentifierBasis, Identity, SourceText
from graph.parse.days import session_of
from graph.parse.metadata import Metadata

_FOOTER = re.compile(r"^[ \t]*(?P<id>(?:ah|kv)-tk-[\dZ]+(?:-\d+)?|kst-\d+(?:-[\dA-Z]+)+)[ \t]*$", re.MULTILINE)
_SESSION = re.compile(r"[Vv]ergaderjaar (\d{4})\s?[–-]\s?(\d{4})")
_APPENDIX = re.compile(r"Aanhangsel van de Handelingen")
_NUMBER_ALONE = re.compile(r"^[ \t#*]*(\d{1,4})[ \t*]*$", re.MULTILINE)
_AH = re.compile(r"^[ \t]*AH[ \t]*(\d{1,4})[ \t]*$", re.MULTILINE)
_Z_NUMBER = re.compile(r"^[ \t]*(\d{4}Z\d{4,6})[ \t]*$", re.MULTILINE)
_DOSSIER = re.compile(r"^[ \t]*(\d\d) ?(\d{3})(?:[ \t-]+([IVXLC]+|[A-Z]))?(?:[ \t]+\S|[ \t]*$)", re.MULTILINE)
_ORDINAL = re.compile(r"^[ \t]*[Nn]r\.[ \t]*(\d{1,4})\b|^[ \t]*([A-Z])[ \t]+(?:VERSLAG|BRIEF|NOTA|LIJST)", re.MULTILINE)
_NAME = re.compile(
    r"^(?:(?:ah|kv|h)-[te]k-[\dZ]+(?:-\d+)?|kst-\d+(?:-[\dA-Z]+)+|blg-\d+|(?:ark|brief)-[\dA-Z]+(?:-\d+)*|\d{4}[ZD]\d{4,6})(?=[_.]|$)"
)


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
    if _APPENDIX.search(header):
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
    session, number = _SESSION.search(header), _NUMBER_ALONE.search(header, _APPENDIX.search(header).end())  # type: ignore[union-attr]
    if footer:
        last = footer.rpartition("-")[2]
        return Stated(footer, int(last) if last.isdigit() else None)
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
    """
    if identifier:
        return Identity(identifier, IdentifierBasis.GIVEN)
    beside = metadata.identifier if metadata else None
    named = _NAME.match(source.file_name)
    claims = {
        IdentifierBasis.STATED: stated.identifier,
        metadata.basis if metadata else IdentifierBasis.METADATA: beside,
        IdentifierBasis.FILENAME: named.group() if named else None,
    }
    given = {basis: claim for basis, claim in claims.items() if claim}
    if not stated.identifier and not beside and stated.derived:
        given = {IdentifierBasis.DERIVED: stated.derived, **given}
    if len(set(given.values())) > 1:
        raise IdentityError(source.file_name, {str(basis): claim for basis, claim in given.items()})
    if not given:
        return Identity(f"doc-{source.sha256[:12]}", IdentifierBasis.HASH)
    basis, claim = next(iter(given.items()))
    note = metadata.note if metadata and claim == beside else stated.note
    return Identity(
        claim, basis, note if basis is IdentifierBasis.DERIVED or note == (metadata and metadata.note) else None
    )
