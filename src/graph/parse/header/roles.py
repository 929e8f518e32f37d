"""Who does what in a paper: who asks, which posts are asked and answer, which committee, who signs."""

from __future__ import annotations

import re

from graph.model import Asker, DocumentKind, Signatory
from graph.parse.header.face import Face, running
from graph.parse.people import askers_in, officials_in, signatories_in
from graph.parse.posts import holders_in, posts_in, singular

_MEMBERS = r"(?:het|de) (?:Kamer)?(?:lid|leden)\b(?! van de\b)"
ASKED = re.compile(
    rf"\b(?:Mondelinge |[Ss]chriftelijke |Kamer)?[Vv]ra(?:ag|gen) van (?P<who>{_MEMBERS} (?:(?! over ).){{1,600}}?) "
    r"aan (?:de|het) (?P<to>(?:(?! over )[^?]){1,600}?),?\s*over\s+(?P<about>.{1,1500}?)\s*"
    r"(?=\((?:ingezonden|gesteld)|$)"
)
"""``Vragen van de leden Piri (GroenLinks-PvdA) en Boswijk (CDA) aan de Ministers van … over …``."""
ASKED_PLAIN = re.compile(
    rf"\bVra(?:ag|gen) van (?P<who>{_MEMBERS} (?:(?! over )[^?]){{1,300}}?) over (?P<about>.{{1,1500}}?)\s*"
    r"(?=\((?:ingezonden|gesteld)|$)"
)
"""``Vragen van het lid Piri over …``, where it is not said to whom."""
_NAMED = r"[^()]{2,200}\([^()]{2,40}\)"
_ASKED_SHORT = re.compile(
    rf"\b(?:Kamer|schriftelijke )?vragen (?:van )?"
    rf"(?P<who>(?:het lid|de leden|lid|leden) {_NAMED}(?:(?:, | en ){_NAMED})*)",
    re.IGNORECASE,
)
_WHO = rf"(?P<who>{_MEMBERS} {_NAMED}(?:(?:, | en ){_NAMED})*)"
_NOTICE_OF = (
    # "Op 6 november jl. hebben de leden … schriftelijke vragen gesteld aan de minister van … over …"
    re.compile(
        rf"\b(?:heeft|hebben) {_WHO} (?:schriftelijke )?vragen gesteld"
        r"(?: aan (?P<to>(?:(?! over )[^.?])+?))? over (?P<about>[^?]{3,600}?)\."
    ),
    # as in "De vragen van het lid Flach (SGP) over het beleid (2024Z17067) kunnen niet binnen de gebruikelijke termijn"
    re.compile(
        rf"\bvragen van {_WHO}(?: van uw Kamer)?(?: aan (?P<to>(?:(?! over )[^.?])+?))? over (?P<about>[^?]{{3,600}}?)"
        r"(?=\s*\((?:\d{4}Z|ingezonden|kenmerk|nr)|,? (?:kunnen|kan|zullen|niet binnen)\b)"
    ),
)
"""How a notice names the questions that it is about."""
_ANSWERED = re.compile(
    r"\bAntwoord(?:en)? van (?P<who>.+?)\s*(?=\(ontvangen)|\bMededeling van (?P<notice>.+?)\s*(?=\(ontvangen)"
)
_OFFICE = r"(?:[Mm]inister|[Ss]taatss?ecretaris)"
# "Antwoorden van de minister van LNV mede namens de minister van Justitie en Veiligheid op Kamervragen van …"
_ANSWERS_OF = re.compile(
    rf"\bAntwoord(?:en)? van (?P<who>de {_OFFICE}\w*\b.{{3,300}}?) "
    r"op (?:de )?(?:schriftelijke )?(?:[Kk]amer)?[Vv]ragen\b"
)
_BOARD = re.compile(r"\bAntwoorden? (?P<who>(?:[A-Z][\w-]+ ){1,4})(?:op|bij) (?:de )?vragen")
_BY_LETTER = re.compile(rf"\bdoor\s+(?P<who>de\s+{_OFFICE}\w*\s.+?)\s+(?:beantwoord|van een antwoord)", re.IGNORECASE)
# "De minister heeft deze vragen beantwoord bij brief van …", "De minister heeft op 10 december 2024 gereageerd"
_HAS_ANSWERED = re.compile(
    rf"\b[Dd]e (?P<who>{_OFFICE}\w*\b[^.?]{{0,200}}?) (?:heeft|hebben) "
    r"(?:(?:deze|de) vragen\b[^.?]{0,120}?\bbeantwoord|op \d[^.?]{5,40} (?:gereageerd|geantwoord))\b"
)
# "Reactie van de Minister", "II Antwoord van de Staatssecretaris van Financiën" above the later part of a consultation
_REACTION = re.compile(
    rf"^[ \t#*]*(?:[IVX]+\.?\s+)?(?:Antwoord ?/ ?)?(?:Reactie|Antwoord(?:en)?|Beantwoording) (?:van|door) de "
    rf"(?P<who>{_OFFICE}\w*\b[^\n.]{{0,160}})$",
    re.MULTILINE,
)
_PUT_TO = (
    # "voorgelegd aan de ministers van Asiel en Migratie en voor Asiel en Migratie."
    re.compile(
        rf"(?:voorgelegd|toegezonden|brief (?:gestuurd|gezonden|verzonden))\s+aan\s+(?P<who>de\s+{_OFFICE}.+?)"
        r"(?=\.\s|\.$|\s(?:over|inzake|betreffende|naar aanleiding)\s)",
        re.IGNORECASE,
    ),
    # "zijn op 20 februari 2025 aan de minister van Financiën voorgelegd"
    re.compile(rf"\baan (?P<who>de {_OFFICE}\w*\b[^.?]{{3,200}}?) (?:voorgelegd|toegezonden)"),
)
_COMMITTEE = re.compile(
    r"\b[Dd]e (?P<name>(?:(?:[Vv]aste|[Aa]lgemene|[Tt]ijdelijke) )?[Cc]ommissies? (?:voor|van) (?:de |het )?"
    r"[A-ZÀ-Þ][\w-]*(?:(?:, | en | & | ?/ ?| )[A-ZÀ-Þ][\w-]*)*)"
)
# "Mede namens de minister van Binnenlandse Zaken," above a signature, "zend ik u, mede namens de …, de antwoorden"
_ON_BEHALF = re.compile(
    rf"\b[Mm]ede\s+namens\s+(?P<who>de\s+{_OFFICE}(?:(?!\bvragen\b|\b[Aa]ntwoord|\.\s|\n\s*[Dd]e\s+{_OFFICE}).){{3,250}})",
    re.DOTALL,
)


def asked_by(face: Face) -> tuple[Asker, ...]:
    """Give who asks, with the party where the paper gives it."""
    found = (ASKED.search(face.text), _noticed(face), _ASKED_SHORT.search(face.text), ASKED_PLAIN.search(face.text))
    match = next(filter(None, found), None)
    return askers_in(match["who"]) if match else ()


def _noticed(face: Face) -> re.Match[str] | None:
    return next((found for pattern in _NOTICE_OF if (found := pattern.search(face.text))), None)


def asked_about(face: Face) -> str | None:
    """Give the title of questions that a notice names: whose they are, to whom and what they are about."""
    match = _noticed(face)
    if match is None:
        return None
    to = f" aan {match['to']}" if match["to"] else ""
    return f"Vragen van {match['who']}{to} over {match['about']}"


def answering_words(face: Face) -> str | None:
    """Give the line that says whose answer or notice it is, for a paper that calls itself nothing else."""
    match = _ANSWERED.search(face.text)
    return match.group().rstrip(" ,.") if match else None


def addressed_to(face: Face) -> tuple[str, ...]:
    """Give the posts that are asked."""
    match = next((one for one in (ASKED.search(face.text), _noticed(face)) if one and one["to"]), None)
    if match:
        return posts_in(match["to"])
    return next((posts_in(found["who"]) for pattern in _PUT_TO if (found := pattern.search(face.text))), ())


def answered_by(face: Face, addressed: tuple[str, ...], body: str) -> tuple[str, ...]:
    """Give the posts, or the board, that answer.

    Args:
        face: the header.
        addressed: the posts that were asked: they tell which post ``de minister`` is.
        body: what follows the header, for the heading of the answers of a consultation.
    """
    match = _ANSWERED.search(face.text)
    if match:
        return holders_in(match["who"], addressed) if match["who"] else ()
    for pattern, text in ((_ANSWERS_OF, face.text), (_BY_LETTER, face.text), (_HAS_ANSWERED, face.text)):
        if (found := pattern.search(text)) and (posts := _meant(found["who"], addressed)):
            return posts
    board = _BOARD.search(face.text)
    if board:
        return (board["who"].strip(),)
    signed = _signing_posts(face)
    if signed:
        return signed
    reaction = _REACTION.search(body)
    return _meant(running(reaction["who"]), addressed) if reaction else ()


def notice_by(face: Face) -> tuple[str, ...]:
    """Give the posts that give a notice: ``Mededeling van Minister Faber (Asiel en Migratie)``, or that sign."""
    match = _ANSWERED.search(face.text)
    if match and match["notice"]:
        return holders_in(match["notice"], addressed_to(face))
    return _signing_posts(face)


def _meant(phrase: str, addressed: tuple[str, ...]) -> tuple[str, ...]:
    """Give the posts of a phrase; a bare ``de minister`` is the one of that rank that was asked."""
    posts = posts_in(phrase)
    if posts:
        return posts
    ranks = {singular(word) for word in re.findall(rf"\b{_OFFICE}\w*", phrase)}
    return tuple(post for post in addressed if post.partition(" ")[0] in ranks)


def _signing_posts(face: Face) -> tuple[str, ...]:
    """Give the posts that sign a letter, and those on whose behalf they do so as well."""
    found = [post for one in _officials(face) for post in posts_in(one.role)]
    if not found:
        return ()
    for match in _ON_BEHALF.finditer(f"{face.raw}\n{face.end}"):
        found.extend(posts_in(running(match["who"])))
    return tuple(dict.fromkeys(found))


def _officials(face: Face) -> tuple[Signatory, ...]:
    """Give the ministers who sign: in the letter that goes with the answers, else at the end."""
    return officials_in(face.raw) or officials_in(face.end)


def committee_of(face: Face, kind: DocumentKind) -> str | None:
    """Give the committee that put the questions."""
    found = _COMMITTEE.search(face.text)
    return found["name"] if found and kind is not DocumentKind.QUESTIONS else None


def signed_by(face: Face, kind: DocumentKind) -> tuple[Signatory, ...]:
    """Give who signed a report or a letter."""
    if kind is DocumentKind.QUESTIONS:
        return _officials(face)
    return signatories_in(face.raw) or _officials(face)
