"""The header of a paper as one reads it: its words as running text, and the labels of a letter with what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 8000
"""The most characters that are looked at: more than the longest accompanying letter."""
_SPACE = re.compile(r"\s+")
_MARKDOWN = re.compile(r"^[ \t]*#+|[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}(?=\s|$)", re.MULTILINE)
# "enSport", "vanFinanciën", "MinisterKlimaat", "Sport overhet": spaces that were lost at a line end
_GLUED_CAPITAL = re.compile(r"\b(en|van|voor|de|het|over|Minister|Ministers|Staatssecretaris)(?=[A-ZÀ-Þ][a-zà-ÿ])")
_GLUED_ARTICLE = re.compile(r"\b(over|van|en)(de|het|een)\b(?=\s)")
# as in "over het bericht (2025Z01234, ingezonden 22 januari 2025)"
_NUMBERED = re.compile(r"\s*\((?:kenmerk |nr\.? )?\d{4}Z[^()]*\)\W*$")
_NOTE_MARK = re.compile(r"(?<=[a-zà-ÿ])\d(?=\s)")

# "BETREFT Beantwoording …", spaced "B E T R E F T", "Onderwerp" on a line of its own, and in text that lost its line
# ends "betreft" after two spaces: "Het onderzoek betreft een vervolg" is no label
_LABEL = r"(?:BETREFT|B E T R E F T|ONDERWERP|(?:^|[ \t]{2})[ \t]*(?:[Bb]etreft|[Oo]nderwerp))\b[ \t]*:?\s*"
_GOES_ON = "".join(
    rf"(?<!\s{word})" for word in ("en", "van", "de", "het", "een", "over", "in", "op", "aan", "voor", "met", "door")
)
"""A title does not end in such a word, even where a blank line follows: ``de leden Podt (D66) en``."""
_NEXT = (
    rf"{_GOES_ON}(?:\s{{3,}}|[ \t]*\n[ \t]*\n)|"
    r"\s(?:(?i:(?:uw|ons) kenmerk|bezorgen|bijlagen?\b|contactpersoon|datum\b|geachte\b)"
    r"|U W\b|O N S\b|\d{1,2}/\d)|\s*\Z"
)
_SUBJECT = re.compile(rf"{_LABEL}(?:[Bb]etreft\s+)?(?P<words>\S.{{8,600}}?)(?={_NEXT})", re.MULTILINE | re.DOTALL)
# "Antwoorden van de minister van Justitie en Veiligheid op Kamervragen van de leden … over …" above the answers
_HEADING = re.compile(
    r"^[ \t]*(?P<words>(?:Antwoord(?:en)?|Beantwoording)\b[^\n]{0,60}(?:\n[^\n]{0,60})?[Vv]ragen\b.{10,500}?)"
    r"(?=\n[ \t]*\n|\n[ \t]*[Vv]raag\b|\s*\Z)",
    re.MULTILINE | re.DOTALL,
)
_SALUTATION = re.compile(
    r"\bGeachte (?:heer|mevrouw|voorzitter|leden)\b|^[ \t]*(?:Hierbij|In (?:het )?antwoord op uw brief)\b",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True)
class Face:
    """The header of a paper: its words as they stand, the same as running text, and how the paper ends.

    `end` is where letters are signed whose questions come first.
    """

    raw: str
    text: str
    end: str = ""


def face_of(raw: str, end: str = "") -> Face:
    """Make running text of a header: one space for white space, lost spaces put back, Markdown taken off."""
    raw = raw[:LONGEST]
    return Face(raw, running(_MARKDOWN.sub("", raw)), end)


def running(raw: str) -> str:
    r"""Give words as running text.

    >>> running("over  het beleid\nvanFinanciën en overde wet ")
    'over het beleid van Financiën en over de wet'
    """
    text = _SPACE.sub(" ", raw).strip()
    return _GLUED_ARTICLE.sub(r"\1 \2", _GLUED_CAPITAL.sub(r"\1 ", text))


def subject_of(face: Face) -> str | None:
    """Give what a letter is about: the words beside ``Betreft`` or ``Onderwerp``."""
    found = _SUBJECT.search(_MARKDOWN.sub("", face.raw))
    return _title(found["words"]) if found else None


def heading_of(face: Face) -> str | None:
    """Give the line above the answers that says whose they are: ``Antwoorden van de minister … op Kamervragen …``."""
    found = _HEADING.search(_MARKDOWN.sub("", face.raw))
    return _title(_NOTE_MARK.sub("", found["words"])) if found else None


def _title(words: str) -> str:
    """Give a title on one line, without the number of the questions behind it and without a full stop."""
    return _NUMBERED.sub("", " ".join(words.split())).rstrip(" .")


def is_letter(face: Face) -> bool:
    """Whether the words of a letter are in it: a salutation, or what opens an answer."""
    return _SALUTATION.search(face.raw) is not None


def is_notice(face: Face) -> bool:
    """Whether the paper only says that the answers come later."""
    return re.search(r"\bMededeling van\b", face.text) is not None
