"""What a paper says about itself before its first question: kind, title, dates, committee, who asks and who answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from graph.model import Asker, DocumentKind, Header, Identity, Metadata, Signatory
from graph.parse.days import DAY, find_day
from graph.parse.people import askers_in, signatories_in
from graph.parse.posts import holders_in, posts_in

KINDS = (
    # "Aanhangsel van de Handelingen", "AH 614", "Vragen van het lid … aan de Minister …"
    (
        DocumentKind.QUESTIONS,
        re.compile(r"Aanhangsel van de Handelingen|^AH \d+|Vragen gesteld door de leden|Vragen van (?:het|de) l", re.M),
    ),
    (
        DocumentKind.CONSULTATION,
        re.compile(r"verslag van een schriftelijk overleg|schriftelijk overleg", re.IGNORECASE),
    ),
    # "VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN"
    (
        DocumentKind.REPORT,
        re.compile(r"\bverslag\b[^.]{0,40}\blijst\s+van\s+vragen|^\s*(?:Nr\. \S+\s+)?VERSLAG\b", re.I | re.M),
    ),
    (DocumentKind.LIST, re.compile(r"lijst\s+van\s+vragen\s+en\s+antwoorden", re.IGNORECASE)),
    (
        DocumentKind.QUESTIONS,
        re.compile(r"\bKamervragen van (?:het lid|de leden)|schriftelijke vragen van", re.IGNORECASE),
    ),
    (
        DocumentKind.LETTER,
        re.compile(r"^\s*(?:datum|DATUM|D A T U M)\b|\b(?:DATUM|datum)\s+\d|Geachte|\bbetreft\b|BRIEF VAN", re.M),
    ),
)
"""The kinds of paper by the words of their header, most telling first."""

_LONGEST = 8000
"""The most characters that are looked at: more than the longest accompanying letter."""
_SPACE = re.compile(r"\s+")
_MARKDOWN = re.compile(r"^[ \t]*#+|[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}(?=\s|$)", re.MULTILINE)
# "enSport", "vanFinanciën", "MinisterKlimaat", "Sport overhet": spaces that were lost at a line end
_GLUED_CAPITAL = re.compile(r"\b(en|van|voor|de|het|over|Minister|Ministers|Staatssecretaris)(?=[A-ZÀ-Þ][a-zà-ÿ])")
_GLUED_ARTICLE = re.compile(r"\b(over|van|en)(de|het|een)\b(?=\s)")

_ASKED = re.compile(
    r"(?:Mondelinge\s)?\b[Vv]ra(?:ag|gen) van (?P<who>(?:het|de) .{1,600}?) aan (?:de|het) (?P<to>.{1,600}?),?"
    r"\s*over\s+(?P<about>.{1,1500}?)\s*(?=\((?:ingezonden|gesteld)|$)"
)
_ASKED_SHORT = re.compile(
    r"\bvragen van (?P<who>(?:het lid|de leden) [^()]+\([^()]+\)(?:(?:, | en )[^()]+\([^()]+\))*)", re.IGNORECASE
)
_ANSWERED = re.compile(
    r"\bAntwoord(?:en)? van (?P<who>.+?)\s*(?=\(ontvangen)|\bMededeling van (?P<notice>.+?)\s*(?=\(ontvangen)"
)
_BOARD = re.compile(r"\bAntwoorden? (?P<who>(?:[A-Z][\w-]+ ){1,4})(?:op|bij) (?:de )?vragen")
_BY_LETTER = re.compile(
    r"\bdoor\s+(?P<who>de\s+(?:minister|staatssecretaris)\w*\s.+?)\s+(?:beantwoord|van een antwoord)", re.IGNORECASE
)
_PUT_TO = re.compile(r"voorgelegd\s+aan\s+(?P<who>de\s+(?:minister|staatssecretaris).+?)(?=\.\s|\.$)", re.IGNORECASE)
_COMMITTEE = re.compile(
    r"\b[Dd]e (?P<name>(?:(?:[Vv]aste|[Aa]lgemene|[Tt]ijdelijke) )?[Cc]ommissies? (?:voor|van) (?:de |het )?"
    r"[A-ZÀ-Þ][\w-]*(?:(?:, | en |/| )[A-ZÀ-Þ][\w-]*)*)"
)
_SEE_ALSO = re.compile(r"Zie ook Aanhangsel\s*Handelingen,\s*vergaderjaar (\d{4})\s?[–-]\s?(\d{4}),\s*nr\. ?(\d+)")
_SESSION = re.compile(r"\b[Vv]ergaderjaar (\d{4})\s?[–-]\s?(\d{4})\b")
_DATED_LINE = re.compile(r"\((?:ontvangen|ingezonden)\b[^)]*\)|\b[Vv]astgesteld\b[^\n]*")
# "betreft  Beantwoording vragen …  ons kenmerk", "BETREFT Beantwoording … Geachte mevrouw", spaced "B E T R E F T"
_SUBJECT = re.compile(
    r"\b(?:BETREFT|[Bb]etreft|B E T R E F T)\b\s*:?\s*(?P<words>.{10,300}?)"
    r"(?=\s{3,}|\s(?:(?i:(?:uw|ons) kenmerk|bezorgen|bijlagen?\b|contactpersoon)|U W|O N S|Geachte|\d/\d)|$)"
)

DATES = {
    # as in "Vastgesteld 14 november 2025", "de op 17 april 2013 vastgestelde antwoorden", "op 7 juni 2022 vastgesteld"
    "adopted": (re.compile(rf"[Vv]astgesteld (?:op )?{DAY}"), re.compile(rf"\bop {DAY} vastgesteld")),
    # as in "(ingezonden 10 oktober 2024)", "De vragen zijn op 2 oktober 2025 voorgelegd aan"
    "submitted": (
        re.compile(rf"ingezonden(?: op)? {DAY}"),
        re.compile(rf"\bop {DAY} (?:zijn )?(?:voorgelegd|toegezonden|ingezonden)"),
    ),
    # as in "(ontvangen 18 november 2024)", "Bij brief van 12 november 2025 zijn ze … beantwoord"
    "answered": (
        re.compile(rf"ontvangen(?: op)? {DAY}"),
        re.compile(rf"[Bb]ij brief van {DAY}.{{0,200}}?beantwoord"),
        re.compile(rf"(?:\bDATUM|\bDatum|\bdatum|D A T U M)\s*:?\s*(?:.{{0,40}}? )?{DAY}"),
    ),
}
"""The wordings of the three dates; the first that is found counts."""


@dataclass(frozen=True)
class Face:
    """The header of a paper as running text, and the end of the paper, where letters are signed."""

    raw: str
    text: str


def face_of(raw: str) -> Face:
    """Make running text of a header: one space for white space, lost spaces put back, Markdown taken off."""
    raw = raw[:_LONGEST]
    text = _SPACE.sub(" ", _MARKDOWN.sub("", raw)).strip()
    text = _GLUED_ARTICLE.sub(r"\1 \2", _GLUED_CAPITAL.sub(r"\1 ", text))
    return Face(raw, text)


def header_end(text: str) -> int:
    """Give where the header ends of a paper without questions: after the last line with one of its dates, else 0."""
    return max((match.end() for match in _DATED_LINE.finditer(text, 0, _LONGEST)), default=0)


def is_notice(face: Face) -> bool:
    """Whether the paper only says that the answers come later."""
    return re.search(r"\bMededeling van\b", face.text) is not None


def says_answers(face: Face) -> bool:
    """Whether the header says that answers follow."""
    return not is_notice(face) and re.search(r"antwoord", face.text, re.IGNORECASE) is not None


def kind_of(face: Face) -> DocumentKind:
    """Give the kind of a paper."""
    return next(
        (kind for kind, pattern in KINDS if pattern.search(face.raw) or pattern.search(face.text)), DocumentKind.OTHER
    )


def dates_of(face: Face) -> dict[str, date | None]:
    """Give the three dates that a header may state."""
    return {name: next(filter(None, (_dated(pattern, face.text) for pattern in DATES[name])), None) for name in DATES}


def _dated(pattern: re.Pattern[str], text: str) -> date | None:
    """Give the date in the words that a pattern finds."""
    match = pattern.search(text)
    return find_day(f"{match['day']} {match['month']} {match['year']}") if match else None


def read_header(
    face: Face, identity: Identity, number: int | None, dossier: str | None, metadata: Metadata | None
) -> Header:
    """Read the header of a paper.

    Args:
        face: its words.
        identity: which document it is.
        number: its number in its dossier or session.
        dossier: such as ``36800-XX``.
        metadata: what stands beside it; the text goes before it.
    """
    known = metadata or Metadata()
    dates = dates_of(face)
    kind = kind_of(face)
    session = _SESSION.search(face.text)
    addressed = _addressed_to(face)
    answering = _answered_by(face, addressed)
    committee = _COMMITTEE.search(face.text)
    return Header(
        identity=identity,
        kind=kind,
        title=known.title or _title(face, kind),
        dossier=dossier,
        number=number,
        session_year=f"{session[1]}-{session[2]}" if session and kind is DocumentKind.QUESTIONS else None,
        adopted=dates["adopted"] or known.adopted,
        submitted=dates["submitted"] or known.submitted,
        answered=dates["answered"] or known.answered,
        committee=committee["name"] if committee and kind is not DocumentKind.QUESTIONS else None,
        asked_by=_asked_by(face),
        addressed_to=addressed,
        answered_by=answering,
        signed_by=_signed_by(face, kind),
        references=tuple(dict.fromkeys(f"ah-tk-{a}{b}-{c}" for a, b, c in _SEE_ALSO.findall(face.text))),
    )


def _asked_by(face: Face) -> tuple[Asker, ...]:
    """Give who asks."""
    match = _ASKED.search(face.text) or _ASKED_SHORT.search(face.text)
    return askers_in(match["who"]) if match else ()


def _addressed_to(face: Face) -> tuple[str, ...]:
    """Give the posts that are asked."""
    match = _ASKED.search(face.text)
    if match:
        return posts_in(match["to"])
    match = _PUT_TO.search(face.text)
    return posts_in(match["who"]) if match else ()


def _answered_by(face: Face, addressed: tuple[str, ...]) -> tuple[str, ...]:
    """Give the posts, or the board, that answer."""
    match = _ANSWERED.search(face.text)
    if match:
        return holders_in(match["who"], addressed) if match["who"] else ()
    match = _BY_LETTER.search(face.text)
    if match:
        return posts_in(match["who"])
    match = _BOARD.search(face.text)
    return (match["who"].strip(),) if match else ()


def _signed_by(face: Face, kind: DocumentKind) -> tuple[Signatory, ...]:
    """Give who signed the header part of a report or a letter."""
    return () if kind is DocumentKind.QUESTIONS else signatories_in(face.raw)


def _title(face: Face, kind: DocumentKind) -> str | None:
    """Give the title: what the questions are about, the subject of a letter, the name of a report."""
    asked = _ASKED.search(face.text)
    if asked:
        return f"Vragen van {asked['who']} aan de {asked['to']} over {asked['about']}".rstrip(" .")
    subject = _SUBJECT.search(_MARKDOWN.sub("", face.raw)) if kind is DocumentKind.LETTER else None
    if subject:
        return " ".join(subject["words"].split())
    if kind in (DocumentKind.REPORT, DocumentKind.LIST):
        listed = re.search(
            r"(?:verslag\s+)?(?:houdende\s+)?(?:een\s+)?lijst\s+van\s+vragen\s+en\s+antwoorden", face.text, re.I
        )
        return listed.group().capitalize() if listed else "Verslag"
    return None
