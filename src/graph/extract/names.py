"""Names of the registers in running text, each with the evidence that it needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.extract.found import Found
from graph.extract.lexicon import Evidence, Form, Hit, Names
from graph.extract.organisations import introduced
from graph.model import Authority, Kind, Rule

RULES = (
    Rule("register-name", "naam uit de registers", "name in the registers", "Centraal Orgaan opvang asielzoekers"),
    Rule("abbreviation", "afkorting uit de registers", "abbreviation in the registers", "COA-locaties"),
    Rule(
        "ministry-domain",
        "ministerie bij zijn terrein genoemd",
        "ministry named by its field",
        "samen met Buitenlandse Zaken",
    ),
    Rule("house", "de Kamer", "the House", "uw Kamer"),
    Rule("own-ministry", "het eigen ministerie", "the ministry of who answers", "binnen mijn ministerie"),
    Rule("post-title", "titel van een post", "title of a post", "de minister van Asiel en Migratie"),
    Rule(
        "law-name", "naam van een wet, verdrag of uitspraak", "name of a law, treaty or ruling", "het Tweestatusstelsel"
    ),
    Rule("place-name", "naam van een land of provincie", "name of a country or province", "terugkeer naar Syrië"),
    Rule("nationality", "nationaliteit of inwoners", "nationality or inhabitants", "de Syrische nationaliteit"),
)

HOUSE = re.compile(
    r"\b[Uu]w ?Kamer(?!\w)"
    r"|\b[Uu]w Kamer(?=[a-z]{4})(?!brie|lede|lid|vra|stuk|deb|comm|meer|breed)"  # a lost space: "uw Kamertoegezonden"
)
OWN_MINISTRY = re.compile(r"\b(?:[Mm]ijn|[Oo]ns) ministerie\b")
_ARTICLE = re.compile(r"(?:^|[\s(«])(?:[Dd]e|[Hh]et|[Bb]innen|[Bb]uiten|[Ii]n|[Vv]anuit|[Nn]amens)\s$")
_CITY = re.compile(r"\b(?:[Ii]n|[Tt]e|[Nn]aar|[Uu]it|[Vv]anuit)\s$")
_OFFICE = re.compile(
    r"(?:[Mm]inisters?|[Ss]taatssecretaris(?:sen)?|[Bb]ewinds\w+|[Cc]ommissies?)(?: (?:van|voor))? "
    r"(?:(?:[A-Z(][\w&)(-]*,?|en|van|voor) ){0,14}\(?$"
)
_IN_LANGUAGE = re.compile(r"\b(?:het|[Ii]n het)\s$")
_SUBJECT = re.compile(r" [a-zà-ÿ]")


@dataclass(frozen=True)
class Evidences:
    """What a paper says as a whole about the names in it.

    Attributes:
        known: the slugs of the organisations and laws that it names in full.
        hits: the names of the registers in each stretch.
        abbreviations: those that it introduces, with the whole name.
    """

    known: frozenset[str] = frozenset()
    hits: dict[str, tuple[Hit, ...]] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)


def evidence(texts: Iterable[str], names: Names) -> Evidences:
    """Gather what a paper's stretches, taken together, say about the names in it."""
    known: set[str] = set()
    abbreviations: dict[str, str] = {}
    hits: dict[str, tuple[Hit, ...]] = {}
    for text in texts:
        hits[text] = tuple(names.find(text))
        for hit in hits[text]:
            known.update(form.authority.slug for form in hit.forms if form.evidence is Evidence.NONE)
        for short, name in introduced(text):
            abbreviations.setdefault(short, name)
    return Evidences(frozenset(known), hits, abbreviations)


def find_names(text: str, house: Authority | None, seen: Evidences) -> Iterator[Found]:
    """Find the names of the registers in a stretch.

    Args:
        text: one of those that the evidence was gathered from.
        house: what "uw Kamer" is.
        seen: what the paper says about the names in it.
    """
    for hit in seen.hits[text]:
        forms = tuple(form for form in hit.forms if _counts(form, hit, text, seen))
        if forms:
            yield _found(hit, forms, text)
    for match in HOUSE.finditer(text) if house else ():
        if house is not None:
            yield Found(match.start(), match.end(), Kind.ORGANISATION, house.label, "house", (house,))
    for match in OWN_MINISTRY.finditer(text):
        yield Found(match.start(), match.end(), Kind.ORGANISATION, match.group(), "own-ministry")


def _found(hit: Hit, forms: tuple[Form, ...], text: str) -> Found:
    candidates: tuple[Authority, ...] = tuple(dict.fromkeys(form.authority for form in forms))
    label = candidates[0].label if len(candidates) == 1 else " ".join(text[hit.start : hit.end].split())
    return Found(hit.start, hit.end, candidates[0].kind, label, forms[0].rule, candidates)


def _counts(form: Form, hit: Hit, text: str, seen: Evidences) -> bool:
    """Whether a name has the evidence that its form needs, and is not part of something else."""
    before, after = text[max(0, hit.start - 120) : hit.start], text[hit.end : hit.end + 3]
    if form.evidence is Evidence.ARTICLE:
        return not after.startswith("-") and bool(_ARTICLE.search(before) or _introduced(form, seen))
    if form.evidence is Evidence.INTRODUCED:
        return _introduced(form, seen)
    if form.authority.label.startswith("ministerie ") and not form.text.lower().startswith("ministerie"):
        return not _OFFICE.search(before)
    if form.text == "Dublin":
        return not _CITY.search(before)
    if form.rule == "nationality" and not form.text.endswith(("e", "s", "n")):
        return not after.startswith("-")
    if form.rule == "nationality" and form.text[-1] == "s" and not form.text.endswith("ërs"):
        return bool(_SUBJECT.match(after)) and not _IN_LANGUAGE.search(before)
    return True


def _introduced(form: Form, seen: Evidences) -> bool:
    """Whether the paper names in full what a short form stands for."""
    whole = seen.abbreviations.get(form.text)
    return form.authority.slug in seen.known and (whole is None or whole.lower() in _all_names(form.authority))


def _all_names(authority: Authority) -> set[str]:
    return {name.lower() for name in (authority.label, *authority.aliases)}
