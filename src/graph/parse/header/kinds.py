"""What kind of paper it is, and what it calls itself."""

from __future__ import annotations

import re

from graph.model import DocumentKind
from graph.parse.header.face import Face, heading_of, is_letter, is_notice, subject_of
from graph.parse.header.roles import ASKED, ASKED_PLAIN

_PIECE = r"(?:GEWIJZIGDE? |NADERE? |EERSTE |TWEEDE )*(?:VERSLAG|BRIEF|LIJST|NOTA|MEMORIE|MOTIE|AMENDEMENT|ADVIES)"
PIECE = re.compile(
    rf"^[ \t#*]*(?:(?:[Nn]r\. ?[\w-]+|[A-Z]{{1,2}})[ \t*]+|[Nn]r\.\s*[\w-]+\s*\n\s*)?(?:HERDRUK\d?\s+)?"
    rf"(?P<title>{_PIECE}\b[^\n]*(?:\n[ \t]*\n?[ \t]*[A-ZÀ-Þ\d ,/()-]{{3,}}(?=\s*$))*)",
    re.MULTILINE,
)
"""What stands on the face of a Kamerstuk: ``Nr. 7 VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN`` / ``ANTWOORDEN``."""

_APPENDIX = r"Aanhangsel van de Handelingen(?!\s*,|\s+I)"
KINDS = (
    # "Aanhangsel van de Handelingen", "AH 614", "Vragen gesteld door de leden der Kamer"
    (DocumentKind.QUESTIONS, re.compile(rf"{_APPENDIX}|^AH \d+|Vragen gesteld door de leden", re.M)),
    # "VERSLAG VAN EEN SCHRIFTELIJK OVERLEG", "Verslag van een nader schriftelijk overleg"
    (DocumentKind.CONSULTATION, re.compile(r"verslag van een (?:nader )?schriftelijk overleg", re.IGNORECASE)),
    # "VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN", "Nr. 3 VERSLAG"
    (
        DocumentKind.REPORT,
        re.compile(
            r"\bverslag\b[^.]{0,40}\blijst\s+van\s+vragen|^[ \t]*(?:[Nn]r\. ?\S+\s+|[A-Z]{1,2}\s+)?(?:(?:NADER|EIND"
            r"|VOORLOPIG|TWEEDE) ?)?VERSLAG\b|^[ \t]*[Nn]r\. ?\S+\s+Verslag\b",
            re.M,
        ),
    ),
    # "LIJST VAN VRAGEN EN ANTWOORDEN", "Lijst van vragen"
    (DocumentKind.LIST, re.compile(r"lijst\s+van\s+vragen", re.IGNORECASE)),
    # "Vragen van het lid … aan de Minister …", "Beantwoording Kamervragen van de leden …"
    (
        DocumentKind.QUESTIONS,
        re.compile(
            r"Vragen van (?:het|de) (?:lid|leden)\b(?! van de\b)|\bKamervragen (?:van )?(?:het lid|de leden|lid)"
            r"|\bvragen van (?:het lid|de leden)\b(?! van de\b)|schriftelijke vragen van"
        ),
    ),
    (DocumentKind.CONSULTATION, re.compile(r"\bschriftelijk overleg\b", re.IGNORECASE)),
    (
        DocumentKind.LETTER,
        re.compile(r"^\s*(?:datum|DATUM|D A T U M)\b|\b(?:DATUM|datum)\s+\d|Geachte|\bbetreft\b|BRIEF VAN", re.M),
    ),
)
"""The kinds of paper by the words of their header, most telling first."""

_SMALL = {
    "c.s.",
    "van",
    "voor",
    "en",
    "de",
    "het",
    "der",
    "des",
    "den",
    "ter",
    "op",
    "aan",
    "een",
    "over",
    "houdende",
    "te",
}
# what begins at the office, or follows the members, is written as the names that it is
_NAMES = re.compile(r"(?<!\w)(?:(?=MINISTER|STAATSSECRETARIS)|(?<=LID )|(?<=LEDEN ))")
_LISTED = re.compile(
    r"(?:verslag\s+)?(?:houdende\s+)?(?:een\s+)?lijst\s+van\s+vragen(?:\s+en\s+antwoorden)?", re.IGNORECASE
)


def kind_of(face: Face) -> DocumentKind:
    """Give the kind of a paper: what stands on its face goes before what its words mention."""
    piece = PIECE.search(face.raw)
    if piece and piece["title"].split()[0] == "BRIEF":
        return DocumentKind.LETTER
    shown = [piece["title"]] if piece else []
    return next(
        (kind for words in (*shown, face) for kind, pattern in KINDS if _is_in(pattern, words)), DocumentKind.OTHER
    )


def _is_in(pattern: re.Pattern[str], words: str | Face) -> bool:
    if isinstance(words, str):
        return pattern.search(words) is not None
    return bool(pattern.search(words.raw) or pattern.search(words.text))


def title_of(face: Face, kind: DocumentKind) -> str | None:
    """Give the title: the subject of a letter, what the questions are about, what a Kamerstuk calls itself."""
    subject = subject_of(face)
    if subject:
        return subject
    asked = None if is_letter(face) else ASKED.search(face.text)
    if asked:
        return f"Vragen van {asked['who']} aan de {asked['to']} over {asked['about']}".rstrip(" .:")
    if kind in (DocumentKind.REPORT, DocumentKind.LIST) and (listed := _LISTED.search(face.text)):
        return listed.group().capitalize()
    if piece := PIECE.search(face.raw):
        return _in_sentence_case(piece["title"])
    if not is_letter(face) and not is_notice(face) and (plain := ASKED_PLAIN.search(face.text)):
        return f"Vragen van {plain['who']} over {plain['about']}".rstrip(" .:")
    return heading_of(face) or ("Verslag" if kind is DocumentKind.REPORT else None)


def _in_sentence_case(title: str) -> str:
    """Write a title in capitals as one writes it in a sentence; names and portfolios keep their capitals.

    >>> _in_sentence_case("BRIEF VAN DE MINISTER VAN ASIEL EN MIGRATIE")
    'Brief van de Minister van Asiel en Migratie'
    >>> _in_sentence_case("MOTIE VAN HET LID VAN DER GRAAF C.S."), _in_sentence_case("Verslag van iets")
    ('Motie van het lid Van der Graaf c.s.', 'Verslag van iets')
    """
    words = " ".join(title.split())
    if words != words.upper():
        return words
    at = next((found.start() for found in _NAMES.finditer(words)), len(words))
    named = words[at:].lower().split()
    first = [word.capitalize() for word in named[:1]]
    return words[:at].capitalize() + " ".join(
        [*first, *(word if word in _SMALL else word.capitalize() for word in named[1:])]
    )
