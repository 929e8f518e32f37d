"""A written consultation (verslag van een schriftelijk overleg): the questions of each party in prose, and reactions.

Each party's part is one question, and the reaction to that party its answer. Where a reaction follows each question of
a party at once, those belong together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from graph.model import Part, Span
from graph.parse.layouts import Marker
from graph.parse.lines import Line

_NUMBER = r"[*_#\s]*(?:(?:[IVX]+|[A-C]|\d)(?:[.:)]|\b)\s*)?"
_PAGE = r"(?:[\s.]+\d{1,3})?[*_\s]*$"
"""What ends a line of a table of contents."""
_HOLDER = r"(?:minister|staatssecretaris|bewindspers\w+|regering|kabinet|initiatiefnemers?)"
_PARTY = r"(?P<party>[^.?!:;]{1,60}?)"

QUESTIONS = re.compile(
    rf"{_NUMBER}(?:(?:vragen\s+en\s+opmerkingen|inbreng(?:en)?|vragen)\s+(?:vanuit|van|uit|door)\s+de\s+"
    rf"(?:fracties|commissies?|leden)(?:\s+van\s+de\s+(?:fracties|commissie))?"
    rf"(?P<both>(?:(?!fractie)[^.?!]){{0,40}}\b(?:antwoord|reactie)\b[^.?!]{{0,80}})?){_PAGE}",
    re.IGNORECASE,
)
"""``I Vragen en opmerkingen vanuit de fracties``, also ``… en reactie van de bewindspersoon``."""

REACTION = re.compile(
    rf"{_NUMBER}(?:antwoord(?:en)?|reactie|beantwoording)(?:\s*/\s*(?:antwoord(?:en)?|reactie))?\s+"
    rf"(?:van|door)\s+(?:de|het)\s+{_HOLDER}\b[^.?!]{{0,120}}{_PAGE}",
    re.IGNORECASE,
)
"""``II Antwoord / Reactie van de Minister``."""

LATER = re.compile(rf"{_NUMBER}(?:volledige\s+agenda|bijlagen?\b.{{0,80}}){_PAGE}", re.IGNORECASE)
"""``III Volledige agenda``."""

_PARTY_HEADING = re.compile(
    rf"[*_#\s]*(?:(?:reactie|antwoord(?:en)?|beantwoording)\s+(?:(?:op|van|aan)\s+(?:de\s+)?)?)?"
    rf"(?:(?:vragen(?:\s+en(?:/of)?\s+opmerkingen)?|inbreng)\s+)?(?:(?:van|vanuit|door|aan)\s+)?(?:de\s+|het\s+)?"
    rf"(?:(?:leden|lid)\s+(?:van\s+)?)?(?:(?:de|het)\s+)?(?:fracties?\s+(?:van\s+(?:de\s+|het\s+)?)?)?"
    rf"{_PARTY}(?P<fractie>[\s-]*fractie)?(?P<both>\s+(?:en|met)\s+(?:de\s+)?(?:reactie|antwoord)\b[^.?!]{{0,80}})?{_PAGE}",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(r"\b(?:vragen|inbreng|fracties?|reactie|antwoord(?:en)?|leden|lid)\b", re.IGNORECASE)
"""What tells a heading from a party's name alone, and is no part of such a name."""
_ANSWER = re.compile(
    r"[*_#\s]*(?:Antwoord|Reactie)(?:\s+(?:van\s+)?(?:de\s+|het\s+)?[Mm]inister\w*[^.?!:]{0,60})?[*_\s]*(?::|$)[*_\s]*"
)
_MEMBERS = re.compile(
    r"(?:(?:Ook|Voorts|Verder|Tevens|Daarnaast|Tot slot|Ten slotte|Allereerst) )?(?:[a-z]+ )?"
    r"(?:(?:[Dd]e|[Dd]eze|[Gg]enoemde|[Vv]oornoemde|[Dd]ezelfde) (?:aan het woord zijnde )?leden\b|"
    r"(?:[Hh]et|[Dd]it) lid [A-Z]|[Zz]ij (?:vragen|willen|lezen|constateren|horen))"
)
"""How a paragraph begins in which members speak: ``De leden van de VVD-fractie vragen …``."""
_FEWEST_LETTERS = 20
"""The fewest letters of a party's part; less is a line of the table of contents."""
_LONGEST_NAME = 6
"""The most words of a party, or of some together: ``VVD, CDA en Groep Jansen``."""
_ANY_PARTY = ""


class _Where(Enum):
    """The part of the paper in which a line stands."""

    NOWHERE = 0
    QUESTIONS = 1
    REACTION = 2
    BOTH = 3


@dataclass
class _Section:
    """A party's part: its heading, and its lines."""

    where: _Where
    party: str
    heading: Line
    index: int
    lines: list[tuple[int, Line]] = field(default_factory=list)

    @property
    def speaks(self) -> bool:
        """Whether it holds words, as a line of the table of contents does not."""
        return sum(map(str.isalpha, "".join(line.words for _, line in self.lines[:3]))) >= _FEWEST_LETTERS


def by_party(lines: Sequence[Line]) -> tuple[Marker, ...]:
    """Give the markers of a written consultation; nothing when the paper is none.

    The numbers are counted by us, in the order of the questions.
    """
    sections = [section for section in _sections(lines) if section.speaks]
    asked = [section for section in sections if section.where in (_Where.QUESTIONS, _Where.BOTH)]
    reacted = [section for section in sections if section.where is _Where.REACTION]
    if not asked or not any(section.party for section in asked):
        return ()
    if reacted:
        return tuple(_apart([section for section in asked if section.party], reacted))
    together = list(_interleaved(asked))
    return tuple(together) if any(marker.part is Part.ANSWER for marker in together) else ()


def _sections(lines: Sequence[Line]) -> list[_Section]:
    """Take a paper apart at the headings of its parts and parties."""
    where = _Where.NOWHERE
    parties: set[str] = set()
    sections: list[_Section] = []
    for index, line in enumerate(lines):
        part = _part(line.words)
        heading = _PARTY_HEADING.match(line.words) if part is None and where is not _Where.NOWHERE else None
        party = _party(heading) if heading else _ANY_PARTY
        known = bool(party) and (_SAYS_SO.search(line.words) is not None or party in parties)
        if part is not None:
            where = part
            sections.append(_Section(where, _ANY_PARTY, line, index))
        elif heading and known and _alone(lines, index):
            parties.add(party)
            both = where is _Where.QUESTIONS and heading["both"]
            sections.append(_Section(_Where.BOTH if both else where, party, line, index))
        elif sections:
            sections[-1].lines.append((index, line))
    return [section for section in sections if section.where is not _Where.NOWHERE]


def _part(words: str) -> _Where | None:
    """Give the part that a heading opens."""
    if asks := QUESTIONS.match(words):
        return _Where.BOTH if asks["both"] else _Where.QUESTIONS
    if REACTION.match(words):
        return _Where.REACTION
    return _Where.NOWHERE if LATER.match(words) else None


def _party(heading: re.Match[str]) -> str:
    """Give the party of a heading, the same however it is written; nothing where the words name none."""
    name = heading["party"].strip(" *_")
    named = name[:1].isupper() or name[:1].isdigit()
    if not named or _SAYS_SO.search(name) or len(name.split()) > _LONGEST_NAME:
        return _ANY_PARTY
    return re.sub(r"[\W_]+", "", name).lower()


def _alone(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands apart, or ends a sentence before it: no wrapped line of prose."""
    words = lines[index].words
    before = lines[index - 1].words if index else ""
    return (
        len(words) <= 130
        and words[0].isupper() | (words[0] in "*#_")
        and (lines[index].after_blank or lines[index].heading or before[-1:] in ".?!:" or not before[-1:].islower())
    )


def _apart(asked: Sequence[_Section], reacted: Sequence[_Section]) -> Iterator[Marker]:
    """Pair questions that stand in one part with the reactions in a later one, the first of a party with the first."""
    numbers: defaultdict[str, list[str]] = defaultdict(list)
    for number, section in enumerate(asked, start=1):
        numbers[section.party].append(str(number))
        yield Marker(Part.QUESTION, (str(number),), section.heading.span, section.index)
    reactions = [section for section in reacted if section.party in numbers]
    if not reactions:
        yield Marker(Part.ANSWER, tuple(map(str, range(1, len(asked) + 1))), reacted[0].heading.span, reacted[0].index)
        return
    turns = Counter(section.party for section in reactions)
    for section in reactions:
        waiting = numbers[section.party]
        count = len(waiting) if turns[section.party] == 1 else 1
        turns[section.party] -= 1
        labels, numbers[section.party] = tuple(waiting[:count]), waiting[count:]
        if labels:
            yield Marker(Part.ANSWER, labels, section.heading.span, section.index)


def _interleaved(sections: Sequence[_Section]) -> Iterator[Marker]:
    """Pair each question of a party with the reaction that follows it at once.

    A reaction begins where it says so (``Antwoord``), else with the first paragraph in which no member speaks.
    """
    number = 0
    for section in sections:
        says = any(_ANSWER.match(line.words) for _, line in section.lines)
        asking = False
        for place, (index, line) in enumerate(section.lines if section.party else ()):
            opens = _ANSWER.match(line.words)
            begins = place == 0 or line.after_blank or line.heading
            asks = place == 0 or _MEMBERS.match(line.words) is not None or (says and line.words.endswith("?"))
            if asking and (opens or (begins and not asks and not says)):
                end = line.span.start + (opens.end() if opens else 0)
                yield Marker(Part.ANSWER, (str(number),), Span(line.span.start, end), index)
                asking = False
            elif not asking and not opens and begins and asks:
                number += 1
                yield Marker(Part.QUESTION, (str(number),), Span(line.span.start, line.span.start), index)
                asking = True
