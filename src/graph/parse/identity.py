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

_PRINT = r"(?:-[hn]\d)?"
"""A later print of a paper, as official publications number it: ``kst-36800-XX-7-h1``."""
_FOOTER = re.compile(
    rf"^[ \t]*(?P<id>(?:ah|kv)-[te]k-[\dZ]+(?:-\d+)?{_PRINT}|kst-\d+(?:-[\dA-Z]+)+{_PRINT})[ \t]*$", re.MULTILINE
)
_SESSION = re.compile(r"[Vv]ergaderjaar (\d{4})\s?[–-]\s?(\d{4})")
_APPENDIX = re.compile(r"Aanhangsel van de Handelingen(?!\s*,|\s+I)")
_NUMBER_ALONE = re.compile(r"^[ \t#*]*(\d{1,4})[ \t*]*$", re.MULTILINE)
_AH = re.compile(r"^[ \t]*AH[ \t]*(\d{1,4})[ \t]*$", re.MULTILINE)
_Z_NUMBER = re.compile(r"^[ \t#*]*(\d{4}Z ?\d{4,6})[ \t*]*$", re.MULTILINE)
_OF_A_LETTER = re.compile(r"\bGeachte\b|\b(?:uw|ons)\s+kenmerk\b|\bantwoord op uw brief\b", re.IGNORECASE)
"""What tells a letter that names the number of the questions from the questions themselves."""
# "36 800 XX Vaststelling van …", "36 600-XVI", "34 851 (R2096)", "32 545" on a line of its own
_DOSSIER = re.compile(
    r"^[ \t#*]*(\d\d)[  ]?(\d{3})(?:[  \t-]+([IVXLC]+[AB]?|[A-FHJ]))?(?:[ \t]+\(R ?\d+\))?(?:[ \t*]+\D|[ \t*]*$)",
    re.MULTILINE,
)
_PIECE = r"(?:GEWIJZIGDE? |NADERE? |VOORLOPIG |EERSTE |TWEEDE )*(?:VERSLAG|BRIEF|NOTA|LIJST|MEMORIE|EINDVERSLAG)\b"
# "Nr. 7 VERSLAG", "nr. 3" on a line of its own; in the Eerste Kamer a letter: "E VERSLAG VAN EEN SCHRIFTELIJK OVERLEG"
_ORDINAL = re.compile(
    r"^[ \t#*]*[Nn]r\.[ \t]*(\d{1,4})(?=[ \t*]*$|[ \t]+[A-ZÀ-Þ])"
    rf"|^[ \t#*]*([A-Z]{{1,2}})(?:[ \t*]+|[ \t*]*\n\s*){_PIECE}",
    re.MULTILINE,
)
_REPRINT = re.compile(r"\bHERDRUK\b|\bHerdruk\b")
# "Tweede Kamer, vergaderjaar 2024–2025, 36 820 XX, nr. 3 12" at the foot of a page
_RUNNING = re.compile(
    r"Kamer, vergaderjaar \d{4}\s?[–-]\s?\d{4}, (\d\d) (\d{3})(?: ([IVXLC]+[AB]?|[A-FHJ]))?, "
    r"(?:nr\. (\d{1,4})|([A-Z]{1,2})) \d{1,3}[ \t]*$",
    re.MULTILINE,
)
_NAME = re.compile(
    rf"^(?:(?:ah|kv|h)-[te]k-[\dZ]+(?:-\d+)?{_PRINT}|kst-\d+(?:-[\dA-Z]+)+{_PRINT}|blg-\d+|(?:ark|brief)-[\dA-Z]+(?:-\d+)*|\d{{4}}[ZD]\d{{4,6}})(?=[_.]|$)"
)
_SOUND = re.compile(r"[0-9A-Za-z][0-9A-Za-z._:-]{0,199}")
_KAMERSTUK = re.compile(rf"kst-(\d+(?:-[IVXLC]+[AB]?|-[A-FHJ])?)-\w+{_PRINT}")


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
    question = None if _OF_A_LETTER.search(header) else _Z_NUMBER.search(header)
    if question:
        return Stated(f"kv-tk-{question[1].replace(' ', '')}")
    return _numbered(text, header, footer["id"] if footer else None)


def _appendix(header: str, footer: str | None) -> Stated:
    """Read ``Vergaderjaar 2024–2025 Aanhangsel van de Handelingen`` and the number on its own line."""
    if footer:
        last = footer.rpartition("-")[2]
        return Stated(footer, int(last) if last.isdigit() else None)
    session = _SESSION.search(header)
    words = _APPENDIX.search(header)
    number = _NUMBER_ALONE.search(header, words.end() if words else 0)
    if session and number:
        return Stated(f"ah-tk-{session[1]}{session[2]}-{number[1]}", int(number[1]))
    return Stated(number=int(number[1]) if number else None)


def _numbered(text: str, header: str, footer: str | None) -> Stated:
    """Read ``36 820 XX Wijziging van …`` and ``Nr. 3 VERSLAG …``, or the foot of its pages; else the number alone.

    A reprint has an identifier of its own, which these do not hold.
    """
    ordinal, dossier = _ORDINAL.search(header), _DOSSIER.search(header)
    number = (ordinal[1] or ordinal[2]) if ordinal else None
    parts = dossier.groups() if dossier and number else None
    if parts is None and (foot := _RUNNING.search(text)) and number in (None, foot[4] or foot[5]):
        parts, number = (foot[1], foot[2], foot[3]), foot[4] or foot[5]
    folder = "-".join(filter(None, (f"{parts[0]}{parts[1]}", parts[2]))) if parts else None
    whole = f"kst-{folder}-{number}" if folder and not _REPRINT.search(header) else None
    return Stated(footer or whole, int(number) if number and number.isdigit() else None, folder)


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
