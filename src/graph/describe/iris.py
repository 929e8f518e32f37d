"""Every IRI that the product mints is made here (DESIGN section 6), and no two facts get the same one."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from graph.model import (
    Authority,
    IdentifierBasis,
    Mention,
    NonAnswer,
    Part,
    Period,
    Report,
    Span,
    Statistic,
    Understanding,
)

_NOT_IN_A_SEGMENT = re.compile(r"[^\w\-.~!$'()*+,;=:@&]")
_WORD = re.compile(r"\w+")
_SIGNS = {"%": "procent", "€": "euro", "+": "plus", "<": "onder", ">": "boven", "≤": "hoogstens", "≥": "minstens"}
_LONGEST_NAME = 80
_OFFICIAL = re.compile(r"(?:kst|ah-tk|ah-ek|h-tk|h-ek|stb|stcrt|trb|blg)-[0-9].*", re.IGNORECASE)
_CHAMBER_NUMBER = re.compile(r"\d{4}[DZ]\d{5}")
_PUBLICATIONS = "https://zoek.officielebekendmakingen.nl/"
_KNOWN_WELL = (IdentifierBasis.STATED, IdentifierBasis.METADATA, IdentifierBasis.DERIVED)


def segment(text: str) -> str:
    """Give a text as one segment of an IRI: what IRIs cannot carry is percent-encoded.

    >>> segment("brief 2025/10"), segment("geïnd")
    ('brief%202025%2F10', 'geïnd')
    """
    return _NOT_IN_A_SEGMENT.sub(lambda sign: quote(sign.group(), safe=""), unicodedata.normalize("NFC", text))


def slug(label: str) -> str:
    """Give the slug of a label: lower case, no accents, words joined by hyphens; signs that tell labels apart stay.

    >>> slug("Noodopvang amv (18+)"), slug("aandeel ≥ 50%")
    ('noodopvang-amv-18-plus', 'aandeel-minstens-50-procent')
    """
    told = "".join(f" {_SIGNS[sign]} " if sign in _SIGNS else sign for sign in label)
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", told) if not unicodedata.combining(sign))
    return _shorten("-".join(_WORD.findall(plain.lower().replace("_", " ")))) or "-"


def _shorten(name: str) -> str:
    """Give a name that is not longer than an address should be; the digest keeps long ones apart."""
    if len(name) <= _LONGEST_NAME:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: _LONGEST_NAME - 9].rstrip('-')}-{digest}"


@dataclass(frozen=True, slots=True)
class Iris:
    """The addresses below one base, such as ``https://w3id.org/kamergraaf/``.

    >>> Iris("https://w3id.org/kamergraaf/").answer("kst-36800-XX-7", "11")
    'https://w3id.org/kamergraaf/id/document/kst-36800-XX-7/answer/11'
    """

    base: str

    def term(self, name: str) -> str:
        """Give the IRI of a term of the ontology or of a concept: ``qualifier/about``."""
        return f"{self.base}def/{name}"

    def rule(self, name: str) -> str:
        """Give the concept of a rule of the grammar."""
        return self.term(f"rule/{segment(name)}")

    def graph(self, name: str) -> str:
        """Give the named graph of a document, or of a shared part such as ``authorities``."""
        return f"{self.base}graph/{segment(name)}"

    def thing(self, collection: str, name: str) -> str:
        """Give the IRI of a thing: ``organisation``, ``coa``."""
        return f"{self.base}id/{collection}/{segment(name)}"

    def document(self, identifier: str) -> str:
        """Give the IRI of a document."""
        return self.thing("document", identifier)

    def text(self, identifier: str, sha256: str) -> str:
        """Give the IRI of a text layer."""
        return f"{self.document(identifier)}/text/{sha256[:12]}"

    def file(self, identifier: str, sha256: str) -> str:
        """Give the IRI of the file that a layer was read from."""
        return f"{self.document(identifier)}/file/{sha256[:12]}"

    def question(self, identifier: str, key: str) -> str:
        """Give the IRI of a question."""
        return self.part(identifier, Part.QUESTION, key)

    def answer(self, identifier: str, key: str) -> str:
        """Give the IRI of an answer by the lowest key that it covers."""
        return self.part(identifier, Part.ANSWER, key)

    def part(self, identifier: str, part: Part, key: str) -> str:
        """Give the IRI of a question or an answer."""
        return f"{self.document(identifier)}/{part}/{segment(key)}"

    def authority(self, authority: Authority) -> str:
        """Give the IRI of a thing in the registers."""
        return self.thing(authority.collection, authority.slug)

    def indicator(self, label: str) -> str:
        """Give the IRI of what is measured."""
        return self.thing("indicator", slug(label))

    def breakdown(self, label: str | None) -> str:
        """Give the IRI of the part that a figure is about; without one it is the total."""
        return self.thing("breakdown", slug(label) if label else "total")

    def period(self, period: Period) -> str:
        """Give the IRI of a period: ``2025-01-01--2025-09-30``, nothing for an open end, or ``unknown``."""
        return self.thing("period", f"{_day(period.start)}--{_day(period.end)}" if period else "unknown")

    def place(self, place: Authority | None) -> str:
        """Give the IRI of the country that a figure is about, or ``not-stated``."""
        return self.authority(place) if place else self.thing("place", "not-stated")

    def dossier(self, dossier: str) -> str:
        """Give the IRI of a dossier: ``36800-XX``."""
        return self.thing("dossier", dossier_number(dossier))

    def named_in(self, mention: Mention) -> str | None:
        """Give the IRI of what a mention leads to; None where it could not be settled.

        A paper is known by its official number, an address is its own name; a letter known only by its date is not
        settled: several may bear one date.
        """
        if mention.authority:
            return self.authority(mention.authority)
        return self.cited(mention.code) or (address(mention.address) if mention.kind == "url" else None)

    def cited(self, code: str | None) -> str | None:
        """Give the IRI of a paper by its official number, None for anything else."""
        return self.document(code) if code and is_official(code) else None


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def dossier_number(dossier: str) -> str:
    """Give a dossier as official publications write it.

    >>> dossier_number("36 800 XX"), dossier_number("36 600-XX")
    ('36800-XX', '36600-XX')
    """
    number = re.sub(r"(?<=\d)[\s.]+(?=\d)", "", dossier.strip())
    return re.sub(r"[\s-]+", "-", number)


def is_official(code: str) -> bool:
    """Whether a code names exactly one paper: a publication number or a number of the chamber's own register."""
    return bool(_OFFICIAL.fullmatch(code) or _CHAMBER_NUMBER.fullmatch(code))


def official_page(identifier: str) -> str | None:
    """Give the official page of a published paper, None for papers that have none."""
    return _PUBLICATIONS + segment(identifier) if _OFFICIAL.fullmatch(identifier) else None


def page_of(report: Report) -> str | None:
    """Give the official page of a paper itself, where it is well known which paper it is (DESIGN section 4)."""
    identity = report.header.identity
    return official_page(identity.identifier) if identity.basis in _KNOWN_WELL else None


def address(text: str | None) -> str | None:
    """Give a web address as an IRI, None where it is none.

    >>> address("www.coa.nl/een pad"), address("zie hierboven")
    ('https://www.coa.nl/een%20pad', None)
    """
    if not text:
        return None
    found = text if "://" in text else f"https://{text}"
    if not re.match(r"https?://[\w.-]+\.\w{2,}(?::\d+)?(?:[/?#]|$)", found):
        return None
    return re.sub(r"[^\w\-.~!$'()*+,;=:@&/?#%\[\]]", lambda sign: quote(sign.group(), safe=""), found)


# --- facts ------------------------------------------------------------------------------------------------------------


Fact = Statistic | Mention | NonAnswer


@dataclass(frozen=True)
class FactIris:
    """The IRIs of the facts of one paper, in the order of the understanding, and of the passages they stand on."""

    statistics: tuple[str, ...]
    mentions: tuple[str, ...]
    non_answers: tuple[str, ...]
    passages: dict[tuple[Part, str, Span], str]


def fact_iris(understanding: Understanding, base: str) -> FactIris:
    """Mint the IRIs of all facts of a paper.

    A fact is named by its words and which of their occurrences it is. Where several facts share one name, the first
    mark that tells them apart is added to all of them (for statistics: period, breakdown, indicator, unit); what no
    mark tells apart is counted in the order of the text.
    """
    report = understanding.report
    naming = _Naming(Iris(base), report)
    facts: list[Fact] = [*understanding.statistics, *understanding.mentions, *understanding.non_answers]
    spans: dict[tuple[Part, str, Span], str] = {}
    for part, key, span, name in sorted({(part_of(fact), fact.key, fact.span, naming.name(fact)) for fact in facts}):
        spans.setdefault((part, key, span), naming.below(part, key, "passage", name))
    settled = _settle(list(spans.values()), [() for _ in spans])
    return FactIris(
        statistics=naming.iris("statistic", understanding.statistics),
        mentions=naming.iris("mention", understanding.mentions),
        non_answers=naming.iris("non-answer", understanding.non_answers),
        passages=dict(zip(spans, settled, strict=True)),
    )


@dataclass(frozen=True)
class _Naming:
    iris_of: Iris
    report: Report

    def name(self, fact: Fact) -> str:
        """Give the words and their occurrence; words of a footnote are counted there, so the note is named as well."""
        name = f"{_shorten(fact.words.text)}-{fact.words.occurrence}"
        note = next((note for note in self.report.footnotes if note.span.holds(fact.span)), None)
        return f"{name}-note-{note.mark}" if note else name

    def below(self, part: Part, key: str, collection: str, name: str) -> str:
        identifier = self.report.header.identity.identifier
        return f"{self.iris_of.part(identifier, part, key)}/{collection}/{segment(name)}"

    def iris(self, collection: str, facts: Sequence[Fact]) -> tuple[str, ...]:
        order = sorted(range(len(facts)), key=lambda index: (facts[index].span, _marks(facts[index]), index))
        stems = [
            self.below(part_of(facts[index]), facts[index].key, collection, self.name(facts[index])) for index in order
        ]
        settled = _settle(stems, [_marks(facts[index]) for index in order])
        by_index = dict(zip(order, settled, strict=True))
        return tuple(by_index[index] for index in range(len(facts)))


def part_of(fact: Fact) -> Part:
    """Give the side of the exchange on which a fact stands."""
    return fact.part if isinstance(fact, Mention) else Part.ANSWER


def _marks(fact: Fact) -> tuple[str, ...]:
    """Give what may tell apart facts on the same words, the most telling first."""
    if isinstance(fact, Statistic):
        day = fact.period.start or fact.period.end
        breakdown = slug(fact.breakdown) if fact.breakdown else "total"
        return (day.isoformat() if day else "unknown", breakdown, slug(fact.indicator), slug(fact.unit))
    return (str(fact.kind), slug(fact.label)) if isinstance(fact, Mention) else ()


def _settle(stems: Sequence[str], marks: Sequence[tuple[str, ...]]) -> list[str]:
    """Give each stem a name of its own, with as few marks as tell it apart.

    >>> _settle(["102-1", "102-1", "7-1"], [("2023",), ("2024",), ("2024",)])
    ['102-1-2023', '102-1-2024', '7-1']
    """
    names = list(stems)
    for mark in range(max(map(len, marks), default=0)):
        groups = defaultdict(list)
        for index, name in enumerate(names):
            groups[name].append(index)
        for group in groups.values():
            if len({marks[index][mark] for index in group}) > 1:
                for index in group:
                    names[index] = f"{names[index]}-{marks[index][mark]}"
    settled: list[str] = []
    taken = set(names)
    given: set[str] = set()
    for name in names:
        free, count = name, 1
        while free in given or (count > 1 and free in taken):
            count += 1
            free = f"{name}-{count}"
        given.add(free)
        settled.append(free)
    return settled
