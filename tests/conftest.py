"""A small invented paper, taken apart and understood by hand, and the paper that ships, understood by the software."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from graph.model import (
    Answer,
    Asker,
    Authority,
    DocumentKind,
    Footnote,
    Header,
    IdentifierBasis,
    Identity,
    Kind,
    Membership,
    Mention,
    NonAnswer,
    Part,
    Period,
    Qualifier,
    Question,
    Report,
    Rule,
    Signatory,
    SourceText,
    Span,
    Statistic,
    Status,
    Understanding,
)
from graph.words import words_of_name, words_of_number

os.environ.setdefault("KAMERGRAAF_AUTHORITIES", os.devnull)  # no register that was imported on this machine

BASE = "https://w3id.org/kamergraaf/"

TEXT = """Tweede Kamer der Staten-Generaal
Vragen van het lid Zonnebloem (PvdZ) aan de Minister van Water en Wind over dijken.

1
Hoeveel dijken zijn er en hoeveel Belgen werken eraan?

2
Wat kost dat?

Antwoord op vragen 1 en 2
Op 1 januari 2024 telde de Dijkdienst 1.250 dijken, waarvan 900 rivierdijken en 350 zeedijken.
In zowel 2022 als 2023 was de hoogte 12,5 meter. Er werken 14 tot 18 Belgische gravers.\x20

3
Blijft dat zo?

Antwoord 3
Zie het antwoord op vraag 1. Naar verwachting kost dit € 1,5 mln per jaar; zie mijn brief van 3 mei jl.,
Kamerstuk 19 637, nr. 3469 en www.dijk.nl/a b. Het aantal gravers wordt niet geregistreerd door de Dijkdienst.1
Volgens de Dijkdienst is dat geen bezwaar.

1 De Dijkdienst telt sinds 2024 ook 40 sluizen.
"""

DIKES = Authority(Kind.ORGANISATION, "dijkdienst", "Dijkdienst", code="DD", aliases=("DD",))
BELGIUM = Authority(Kind.PLACE, "be", "België", code="BE")
POST = Authority(Kind.POST, "minister-van-water-en-wind", "minister van Water en Wind")
HOLDER = Membership("minister-van-water-en-wind--a-golf--2023", POST, Authority(Kind.PERSON, "a-golf", "A. Golf"))

RULES = (
    Rule("invented", "verzonnen regel", "invented rule", "er zijn 3 dijken"),
    Rule("invented-period", "verzonnen periode", "invented period", "in 2023"),
)


@dataclass(frozen=True)
class InventedPosts:
    """A register of one post."""

    def post(self, title: str, day: date | None = None) -> Authority | None:
        return POST if title == POST.label else None

    def holders(self, post: Authority, day: date | None) -> tuple[Membership, ...]:
        return (HOLDER,) if post == POST and day else ()


def _at(words: str, occurrence: int = 1) -> Span:
    start = [match.start() for match in re.finditer(re.escape(words), TEXT)][occurrence - 1]
    return Span(start, start + len(words))


def _between(first: str, last: str) -> Span:
    return Span(_at(first).start, TEXT.index(last, _at(first).start) + len(last))


def _inside(within: Span, span: Span) -> tuple[str, Span]:
    return TEXT[within.start : within.end], Span(span.start - within.start, span.end - within.start)


ANSWER_1 = _between("Op 1 januari 2024 telde", "gravers.")
ANSWER_3 = _between("Zie het antwoord", "geen bezwaar.")
NOTE = _between("1 De Dijkdienst telt", "sluizen.")
_WITHIN = {"1": ANSWER_1, "3": ANSWER_3}
_NEW_YEAR = Period(date(2024, 1, 1), date(2024, 1, 1))


def figure(key: str, quote: str, number: str, value: str, about: str, **more: object) -> Statistic:
    """Make a statistic of the invented paper by hand."""
    span = _at(quote)
    digits = Span(span.start + quote.index(number), span.start + quote.index(number) + len(number))
    within = NOTE if NOTE.holds(span) else _WITHIN[key]
    filled: dict[str, object] = {
        "value_text": number,
        "unit": "count",
        "rules": ("invented", "invented-period"),
        "words": words_of_number(*_inside(within, digits)),
        **more,
    }
    return Statistic(
        question=int(key),
        key=key,
        span=span,
        number=digits,
        value=Decimal(value),
        indicator=about,
        **filled,  # type: ignore[arg-type]
    )


def name(key: str, part: Part, quote: str, kind: Kind, occurrence: int = 1, **more: object) -> Mention:
    """Make a mention of the invented paper by hand."""
    span = _at(quote, occurrence)
    within = (
        NOTE
        if NOTE.holds(span)
        else _WITHIN[key]
        if part is Part.ANSWER
        else _at("Hoeveel dijken zijn er en hoeveel Belgen werken eraan?")
    )
    authority = more.get("authority")
    label = authority.label if isinstance(authority, Authority) else quote
    words = words_of_name(*_inside(within, span))
    return Mention(int(key), key, part, kind, span, words, label, "invented", **more)  # type: ignore[arg-type]


def _statistics() -> tuple[Statistic, ...]:
    on_the_day = {"period": _NEW_YEAR, "source": DIKES}
    rounded = {"rounded_to": Decimal(10)}
    height = {"unit": "m"}
    return (
        figure(
            "1",
            "1.250 dijken",
            "1.250",
            "1250",
            "dijken",
            **on_the_day,
            **rounded,
            lower=Decimal(1245),
            upper=Decimal(1255),
        ),
        figure("1", "900 rivierdijken", "900", "900", "dijken", breakdown="rivierdijken", **on_the_day),
        figure("1", "350 zeedijken", "350", "350", "dijken", breakdown="zeedijken", **on_the_day),
        figure(
            "1", "12,5 meter", "12,5", "12.50", "hoogte", **height, period=Period(date(2022, 1, 1), date(2022, 12, 31))
        ),
        figure(
            "1", "12,5 meter", "12,5", "12.50", "hoogte", **height, period=Period(date(2023, 1, 1), date(2023, 12, 31))
        ),
        figure("1", "14 tot 18 Belgische gravers", "14", "14", "gravers", value_max=Decimal(18), place=BELGIUM),
        figure(
            "3",
            "€ 1,5 mln",
            "1,5",
            "1500000",
            "kosten",
            unit="EUR",
            status=Status.EXPECTED,
            qualifier=Qualifier.ABOUT,
            source_name="Rijksbegroting",
            period=Period(None, date(2024, 12, 31)),
        ),
        figure("3", "40 sluizen", "40", "40", "sluizen", unit="stuk", period=Period(date(2024, 1, 1), None)),
    )


def _mentions() -> tuple[Mention, ...]:
    return (
        name("1", Part.QUESTION, "Belgen", Kind.PLACE, authority=BELGIUM),
        name("1", Part.ANSWER, "Dijkdienst", Kind.ORGANISATION, authority=DIKES),
        name("3", Part.ANSWER, "mijn brief van 3 mei jl.", Kind.DOCUMENT, code="brief-2024-05-03"),
        name("3", Part.ANSWER, "Kamerstuk 19 637, nr. 3469", Kind.DOCUMENT, code="kst-19637-3469"),
        name("3", Part.ANSWER, "www.dijk.nl/a b", Kind.URL, address="www.dijk.nl/a b"),
        name("3", Part.ANSWER, "Dijkdienst", Kind.ORGANISATION, 2, authority=DIKES),
        name("3", Part.ANSWER, "Dijkdienst", Kind.ORGANISATION, 3, authority=DIKES),
        name("3", Part.ANSWER, "Dijkdienst", Kind.ORGANISATION, 4, authority=DIKES),
    )


def _report() -> Report:
    header = Header(
        Identity("ah-tk-20232024-1", IdentifierBasis.STATED),
        DocumentKind.QUESTIONS,
        title="Vragen over dijken",
        number=1,
        session_year="2023-2024",
        submitted=date(2024, 5, 1),
        answered=date(2024, 5, 20),
        asked_by=(Asker("Zonnebloem", "PvdZ"),),
        addressed_to=("minister van Water en Wind",),
        answered_by=("minister van Water en Wind", "minister voor Zeewier"),
        signed_by=(Signatory("griffier", "Golfslag"),),
        references=("kst-19637-3469",),
    )
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    source = SourceText(TEXT, "dijken.txt", "text/plain", digest, page_starts=(0, _at("3\nBlijft").start))
    questions = tuple(
        Question(number, str(number), _at(words))
        for number, words in enumerate(
            ("Hoeveel dijken zijn er en hoeveel Belgen werken eraan?", "Wat kost dat?", "Blijft dat zo?"), 1
        )
    )
    answers = (Answer(("1", "2"), 1, ANSWER_1), Answer(("3",), 3, ANSWER_3, refers_to=("1",)))
    call = _at("Dijkdienst.1")
    note = Footnote("1", NOTE, Span(call.end - 1, call.end))
    return Report(source, header, Span(0, 100), questions, answers, (note,), (Span(call.end - 1, call.end),))


@pytest.fixture(scope="session")
def invented() -> Understanding:
    """The invented paper."""
    span = _at("Het aantal gravers wordt niet geregistreerd")
    words = words_of_name(*_inside(ANSWER_3, span))
    return Understanding(
        _report(), _mentions(), _statistics(), (NonAnswer(3, "3", span, words, "invented", holder=DIKES),)
    )


@pytest.fixture(scope="session")
def invented_posts() -> InventedPosts:
    """The register that goes with the invented paper."""
    return InventedPosts()


@pytest.fixture(scope="session")
def invented_rules() -> tuple[Rule, ...]:
    """The rules that the facts of the invented paper name."""
    return RULES


@pytest.fixture(scope="session")
def shipped() -> Understanding:
    """The paper that ships, understood with the registers that ship."""
    from graph.link import Authorities
    from graph.pipeline import understand
    from graph.read.metadata import load_metadata

    path = Path(__file__).parents[1] / "data" / "documents" / "kst-36800-XX-7.txt"
    return understand(path.read_bytes(), path.name, Authorities.load(), metadata=load_metadata(path))
