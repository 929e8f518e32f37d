"""Which other papers a header names, and how: cited, followed up, replaced; and the numbers of its own questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.parse.header.face import Face

_YEARS = r"(?P<from>\d{4})\s?[-–—/]\s?(?P<to>\d{4}|\d\d)"
APPENDIX = re.compile(
    rf"Aanhangsel(?:\s+van\s+de|\s+der)?\s+Handelingen,?\s*(?:II,?\s*)?(?:vergaderjaar\s*)?{_YEARS},?\s*"
    r"nr\.?\s?(?P<number>\d{1,4})\b"
)
"""``Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 528``."""
_DOSSIER = r"(?P<dossier>\d\d[  ]?\d{3})(?:[  -]\(?(?P<chapter>[IVXLC]+[AB]?|[A-FHJ])\)?(?![\w]))?"
PAPER = re.compile(
    rf"(?:Kamerstuk(?:ken)?(?:\s+I{{1,2}})?|(?:Tweede|Eerste)\s+Kamer),?\s*(?:vergaderjaar\s*{_YEARS},?\s*)?"
    rf"{_DOSSIER},?\s*(?:nr\.?\s?(?P<number>\d{{1,4}})|(?P<letter>[A-Z]{{1,2}}))\b"
)
"""``Kamerstuk 36 725, nr. 1``, ``Tweede Kamer, vergaderjaar 2017-2018, 33 495, nr. 109``, ``Eerste Kamer, 36 373, H``.
"""
_CODE = re.compile(r"\b(?:kst-\d{5}(?:-[\dA-Z]+)+|ah-[te]k-\d{8}-\d+)(?:-[hn]\d)?\b")
_EARLIER_QUESTIONS = re.compile(r"\bvraag-?\s*nummer\s+(?P<number>\d{4}Z\s?\d{4,6})\b")
_UNDER_NUMBER = re.compile(r"\bonder\s+nr\.?\s?(?P<number>\d{1,4})\b")

REPLACING = re.compile(
    r"\b(?:[Tt]er\s+vervanging\s+van|(?:[Dd]it|[Dd]eze)\s+[\w ]{3,30}\s+vervangt|[Hh]erdruk\s+van"
    r"|[Rr]ectificatie\s+(?:van|op|bij)|(?:[Gg]ecorrigeerde|[Vv]erbeterde|[Hh]erziene)\s+versie\s+van|[Ii]n\s+(?:de\s+)?plaats\s+van)\b"
)
"""What says that the paper named next is replaced by this one."""
_HERDRUK = re.compile(r"\bherdruk\b", re.IGNORECASE)
_REPRINT = re.compile(r"(?P<first>.+)-h\d")
FOLLOWING = re.compile(
    r"\b(?:Zie\s+ook|[Ii]n\s+(?:aanvulling|vervolg)\s+op|[Aa]ls\s+vervolg\s+op|[Vv]ervolg\s+op|[Ii]n\s+aansluiting\s+op)\b"
)
"""What points back to an earlier paper on the same questions: above answers, ``Zie ook`` names the notice of delay."""
_NEAR = 220
"""The most characters between such words and the number that they are about."""
_SENTENCE = re.compile(r"[.?!]\s+[A-ZÀ-Þ]")

_Z = r"(?P<number>\d{4}Z\s?\d{4,6})\b"
_OWN_NUMBERS = (
    # "2024Z18435" on a line of its own, above the questions
    re.compile(rf"^[ \t#*]*{_Z}[ \t*]*$", re.MULTILINE),
    # "In antwoord op uw brief van 7 september 2023, nr. 2023Z14759", "Uw kenmerk 2023Z14759"
    re.compile(rf"\b[Uu]w\s+brief\b[^.?]{{0,60}}?\b(?:nr\.?|met\s+kenmerk|kenmerk)\s*:?\s*{_Z}"),
    re.compile(rf"\b(?:kenmerk|KENMERK|K E N M E R K|[Uu]w\s+referentie)\b\s*:?\s*{_Z}"),
    # as in "De vragen van het lid Flach (SGP) over het beleid (2024Z17067)"
    re.compile(rf"\b[Vv]ragen\s+van\s+(?:het|de)\s+l(?:id|eden)\b[^?]{{0,700}}?\((?:kenmerk\s+|nr\.?\s*)?{_Z}"),
)


@dataclass(frozen=True)
class Relations:
    """The papers that a header names, by identifier, and the numbers of its own questions."""

    references: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    question_numbers: tuple[str, ...] = ()


def relations_of(face: Face, aside: str, notice: str, identifier: str, dossier: str | None) -> Relations:
    """Give the papers that a header names, and how.

    Args:
        face: the header.
        aside: words beside questions and answers: a notice, an explanatory note.
        notice: the words of the notice alone: the questions that it names are those of this paper.
        identifier: of this paper.
        dossier: of this paper, which ``dat gedrukt onder nr. 12`` is about.
    """
    named: list[str] = []
    follows: list[str] = []
    replaces = list(_first_print(face, identifier))
    for text in (face.text, " ".join(aside.split())):
        for at, code in sorted(papers_in(text)):
            before = text[max(0, at - _NEAR) : at]
            named.append(code)
            if _leads(REPLACING, before):
                replaces.append(code)
            elif _leads(FOLLOWING, before):
                follows.append(code)
        replaces += _under_number(text, dossier)
    every = dict.fromkeys(code for code in (*named, *replaces) if code != identifier)
    return Relations(
        tuple(every),
        tuple(code for code in dict.fromkeys(follows) if code in every),
        tuple(code for code in dict.fromkeys(replaces) if code in every),
        question_numbers(face.raw, notice),
    )


def papers_in(text: str) -> Iterator[tuple[int, str]]:
    """Give the papers that a text names by number, and where.

    >>> [code for _, code in papers_in("Zie Kamerstuk 36 800 XX, nr. 7 en Aanhangsel Handelingen, 2024–2025, nr. 528")]
    ['ah-tk-20242025-528', 'kst-36800-XX-7']
    """
    for match in APPENDIX.finditer(text):
        first = match["from"]
        yield (
            match.start(),
            f"ah-tk-{first}{first[:2] + match['to'] if len(match['to']) == 2 else match['to']}-{match['number']}",
        )
    for match in PAPER.finditer(text):
        folder = "-".join(filter(None, (re.sub(r"\D", "", match["dossier"]), match["chapter"])))
        yield match.start(), f"kst-{folder}-{match['number'] or match['letter']}"
    for match in _CODE.finditer(text):
        yield match.start(), match.group()
    for match in _EARLIER_QUESTIONS.finditer(text):
        yield match.start(), f"kv-tk-{_tight(match['number'])}"


def question_numbers(raw: str, notice: str = "") -> tuple[str, ...]:
    r"""Give the numbers of a paper's own questions; those of other questions that it mentions are not among them.

    >>> question_numbers("AH 617\n2024Z 17972\nTer aanvulling op eerdere vragen (vraagnummer 2024Z14814)")
    ('2024Z17972',)
    """
    found = (match for text in (raw, notice) for pattern in _OWN_NUMBERS for match in pattern.finditer(text))
    return tuple(dict.fromkeys(_tight(match["number"]) for match in found))


def _leads(words: re.Pattern[str], before: str) -> bool:
    """Whether some words stand before a number, in the same sentence."""
    last = max((match.end() for match in words.finditer(before)), default=None)
    return last is not None and _SENTENCE.search(before, last) is None


def _under_number(text: str, dossier: str | None) -> Iterator[str]:
    """Give the paper of the same dossier that is replaced: ``ter vervanging van dat gedrukt onder nr. 12``."""
    trigger = REPLACING.search(text)
    under = _UNDER_NUMBER.search(text, trigger.end(), trigger.end() + _NEAR) if trigger and dossier else None
    if trigger and under and _SENTENCE.search(text, trigger.end(), under.start()) is None:
        yield f"kst-{dossier}-{under['number']}"


def _first_print(face: Face, identifier: str) -> Iterator[str]:
    """Give the first print of a paper that says that it is a reprint and whose own identifier says of what."""
    reprint = _REPRINT.fullmatch(identifier)
    if reprint and _HERDRUK.search(face.text):
        yield reprint["first"]


def _tight(number: str) -> str:
    return "".join(number.split())
