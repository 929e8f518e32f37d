"""The words with which papers mark a question and an answer, as tables that a Dutch reader can check.

A pattern is matched at the start of a line; the patterns of running text are searched where line ends were lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from graph.model import Part, Span
from graph.parse.numbers import NUMBERS, NUMBERS_IN_PARTS, NUMBERS_OF_EITHER, number_of

_EDGE = r"[*_#|>\s•]*"
"""What Markdown and lists put around a heading."""
_CAPITAL = r"(?=[A-ZÀ-Þ«‘“'\"(€])"
_SET_OFF = r"(?:[:.)]|\s[-–—](?=\s))"
"""What stands between a number and the words: ``Vraag 1: …``, ``Vraag 1 – …``."""
_QUESTION = r"(?:Vra(?:ag|gen)|VRA(?:AG|GEN))(?:\s+(?:nr\.?|nummer))?"
_ANSWER = r"(?:Antwoord(?:en)?|ANTWOORD(?:EN)?)"
_TO = r"(?:\s+(?:op|bij|OP))?(?:\s+(?:de|DE))?(?:\s+(?:vra(?:ag|gen)|VRA(?:AG|GEN)))?(?:\s+(?:nr\.?|nummers?))?"
_HOLDER = r"(?:[Mm]inister|[Ss]taatssecretaris|[Bb]ewindspers|[Kk]abinet|[Rr]egering)"
_BY = rf"(?:\s+(?:van\s+)?(?:de\s+|het\s+)?{_HOLDER}[^:.?!\d()]{{0,80}})"
_WHOSE = r"(?:\s*\([^()]{2,60}\)|\s+(?:van|door)\s+(?:de|het|lid|leden)\b[^:.?!]{2,80})"
_AFTER = rf"(?:{_WHOSE}{_EDGE}(?::{_EDGE}|$)|(?:{_SET_OFF}|{_EDGE}[:.)]){_EDGE}|{_EDGE}(?:$|{_CAPITAL}))"
"""What follows the number of a heading: its end, or what sets it off from the words."""
_ASKING_WORDS = (
    "Kunt|Kan|Kon|Kunnen|Bent|Ben|Is|Zijn|Was|Waren|Heeft|Hebt|Hebben|Hoe|Hoeveel|Welke?|Wat|Waarom|Waarvoor|Waardoor|"
    "Waaraan|Waarop|Waaruit|Wanneer|Wie|Waar|Klopt|Kloppen|Deelt|Deel|Wilt|Wil|Kent|Acht|Onderschrijft|Erkent|Herkent|"
    "Herinnert|Ziet|Vindt|Worden|Wordt|Gaat|Gaan|Mag|Moet|Moeten|Zou|Zal|Zult|Zullen|Beschikt|Begrijpt|Bestaat|Bestaan|"
    "(?:Op|In|Bij|Van|Voor|Met|Tot|Aan|Door|Uit|Over|Binnen) (?:welke?|wat|wie|hoeverre|hoeveel)|Sinds wanneer"
)
_BEGINS = rf"(?=[«‘“'\"(]?(?:{_ASKING_WORDS})\b)"
ASKS_AT_ONCE = re.compile(rf"\s*[«‘“'\"(]?(?:{_ASKING_WORDS})\b")
"""The words with which a question begins."""
ASKS_FOR = re.compile(r"\s*(?:Graag|Gelieve|Geef|Licht|Schets|Beschrijf|Noem|Verzoeke?)\b")
"""The words of a question that is put as a request: ``Graag een overzicht van …``."""


@dataclass(frozen=True)
class Marker:
    """The words that open a question or an answer; `labels` is empty where they carry no number.

    `repeated` marks a question that the paper asked before, word for word: its answer follows here; and the heading
    above answers that have a number each.
    """

    part: Part
    labels: tuple[str, ...]
    span: Span
    line: int = -1
    repeated: bool = False

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The numbers, without letters."""
        return tuple(number_of(label) for label in self.labels)


@dataclass(frozen=True, slots=True)
class Layout:
    """A way in which papers are laid out.

    Attributes:
        name: for people.
        example: how it looks.
        questions: what opens a question, matched at the start of a line, or anywhere when `inline`.
        strict: whether the words must ask something, because a list looks the same.
        inline: whether headings stand in running text, because the line ends were lost.
        unnumbered: whether each paragraph that asks is a question; only below a heading that says so.
        weight: how much one of its questions counts against one of another layout.
        answers: what opens an answer, where that differs from `ANSWERS`.
    """

    name: str
    example: str
    questions: re.Pattern[str]
    strict: bool = False
    inline: bool = False
    unnumbered: bool = False
    weight: int = 1
    answers: tuple[re.Pattern[str], ...] = ()


LAYOUTS = (
    Layout(
        "headed",
        "Vraag (1): / Vraag 2 en 3 / Vraag 1: Bent u … / Vraag 4 (VVD)",
        re.compile(rf"{_EDGE}{_QUESTION}\s*{NUMBERS}(?!\.\d){_AFTER}"),
        weight=4,
    ),
    Layout(
        "headed in parts",
        "Vraag 1.1 / Vraag 2.3: …",
        re.compile(rf"{_EDGE}{_QUESTION}\s*{NUMBERS_IN_PARTS}{_AFTER}"),
        weight=4,
    ),
    Layout(
        "numbered label",
        "1. Vraag: …",
        re.compile(rf"{_EDGE}{NUMBERS}(?:\s*[.):])?\s*(?:Vraag|VRAAG){_EDGE}(?::{_EDGE}|$)"),
        weight=4,
    ),
    Layout(
        "initials",
        "V1: … / A1: …",
        re.compile(rf"{_EDGE}V\.?\s?{NUMBERS}{_EDGE}(?:[:.)]{_EDGE}|$|(?<=\s){_CAPITAL})"),
        weight=3,
        answers=(re.compile(rf"{_EDGE}A\.?\s?{NUMBERS}{_EDGE}(?:[:.)]{_EDGE}|$|(?<=\s){_CAPITAL})"),),
    ),
    Layout(
        "headed in running text",
        "… van taken. Vraag 2 Hoe rijmt u …",
        re.compile(rf"(?:^|(?<=\s)){_QUESTION}\s{{0,3}}{NUMBERS}[:.)]?\s+(?=\S)"),
        inline=True,
        weight=3,
    ),
    Layout(
        "numbered label in running text",
        "… van taken. 2. Vraag: Hoe rijmt u …",
        re.compile(rf"(?:^|(?<=\s)){NUMBERS}[.)]?\s+Vraag:\s+(?=\S)"),
        inline=True,
        weight=3,
    ),
    Layout("unnumbered", "Vraag: …", re.compile(rf"{_EDGE}(?:Vraag|VRAAG){_EDGE}(?::{_EDGE}|$)"), weight=2),
    Layout(
        "unnumbered in running text",
        "… van taken. Vraag: Hoe rijmt u …",
        re.compile(r"(?:^|(?<=\s))Vraag:\s+(?=\S)"),
        inline=True,
        weight=2,
    ),
    Layout(
        "enumerated",
        "1. Kunt u … / 1 alone, then Kunt u …",
        re.compile(rf"[*_#|\s•]*{NUMBERS}\s?[.):]?(?:[*_|\s]+{_CAPITAL}|[*_#|\s•]*$)"),
        strict=True,
    ),
    Layout(
        "enumerated in running text",
        "… van taken. 2. Hoe rijmt u …",
        re.compile(
            rf"(?:(?:^|(?<=\s\s)|(?<=[.?!:»”)\]\d]\s)){NUMBERS}(?:[.)]\s+{_CAPITAL}|\s+{_BEGINS})|"
            rf"(?<=\s){NUMBERS.replace('numbers', 'numbers2')}[.)]\s+{_BEGINS})"
        ),
        strict=True,
        inline=True,
    ),
    Layout("paragraphs", "Kent u het bericht …? without any number", re.compile(r"(?=.{15})"), unnumbered=True),
)
"""The layouts that were seen, with what opens a question in each."""

ANSWERS = (
    # a heading: "Antwoord", "Antwoord:", "Antwoord 5:", "Antwoorden op vraag 3, 4 en 10", "Antwoord van de minister:"
    re.compile(rf"{_EDGE}{_ANSWER}{_BY}?{_TO}(?:\s*{NUMBERS_OF_EITHER}{_WHOSE}?)?{_EDGE}(?::{_EDGE}|\.?$)"),
    # on one line with the words: "Antwoord op vraag 1 Ja, …", "Antwoord 5Ja", "Antwoord 5 – Ja"
    re.compile(rf"{_EDGE}{_ANSWER}{_TO}\s*{NUMBERS_OF_EITHER}(?:{_SET_OFF})?{_EDGE}{_CAPITAL}"),
    # other words, with a number: "Reactie op vraag 3", "Beantwoording vragen 1 en 2"
    re.compile(
        rf"{_EDGE}(?:Reactie|Beantwoording)(?:\s+(?:op|van))?(?:\s+de)?\s+vra(?:ag|gen)\s*{NUMBERS_OF_EITHER}{_EDGE}(?::{_EDGE}|\.?$)"
    ),
)
"""What opens an answer."""

ANSWER_INLINE = (
    # behind a question, without a number: Antwoord Ja, of Antwoord: Ja
    re.compile(r"(?<=[?.)”’»\d]\s)Antwoord(?P<numbers>)(?::\s+|\s+(?=[A-Z\d«‘“]))"),
    # "… is dat zo? 1 Antwoord op vraag 2 Ja."
    re.compile(rf"(?<=\s){_ANSWER}{_TO}\s+{NUMBERS}(?!/)[:.]?\s+(?=[A-Z\d«‘“'\"(€])"),
)
"""What opens an answer in running text."""

GLUED = re.compile(rf"(?<=[.?!»”)])\s?(?P<word>Vra(?:ag|gen)|Antwoord(?:en)?)\s{NUMBERS}$")
"""A heading that lost the line end before it: ``… te beperken?Vraag 7``."""

UNFINISHED = re.compile(
    rf"{_EDGE}(?:{_QUESTION}|(?P<answer>{_ANSWER}{_TO}))(?P<more>\s*{NUMBERS}\s*(?:,|,?\s?en|t/m|tot en met))?{_EDGE}$"
)
"""A heading that goes on behind the turn of a page: ``Vraag`` / ``12``, ``Antwoord op vraag 2 en`` / ``3``."""

REST = re.compile(rf"{NUMBERS}[*_#|\s]*:?[*_#|\s]*$")
"""What the line behind such a turn holds."""

SERIES = re.compile(
    r"[*_#|\s]*(?:(?:Vragen|Antwoorden op (?:de )?vragen|Vragen en opmerkingen|Inbreng) (?:van|door|vanuit) (?:het|de) "
    r"(?:lid|leden|fractie)\b|Inbreng van|[A-Z][^.?!]{0,60}-fractie\b[^.?!]{0,20}$)"
)
"""Above the questions of one member or party: ``Vragen van het lid X (partij)``."""
