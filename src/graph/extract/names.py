"""Names of the registers in running text, each with the evidence that it needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.extract.aliases import Alias, find_aliases, introduced_aliases
from graph.extract.foreign import foreign
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
    Rule(
        "place-name",
        "naam van een land, provincie of gemeente",
        "name of a country, province or municipality",
        "terugkeer naar Syrië",
    ),
    Rule("nationality", "nationaliteit of inwoners", "nationality or inhabitants", "de Syrische nationaliteit"),
)

HOUSE = re.compile(
    r"\b[Uu]w ?Kamer(?!\w)"
    r"|\b[Uu]w Kamer(?=[a-z]{4})(?!brie|lede|lid|vra|stuk|deb|comm|meer|breed)"  # a lost space: "uw Kamertoegezonden"
)
OWN_MINISTRY = re.compile(r"\b(?:[Mm]ijn|[Oo]ns) (?:ministerie|departement)\b")
_ARTICLE = re.compile(r"(?:^|[\s(«])(?:[Dd]e|[Hh]et|[Bb]innen|[Bb]uiten|[Ii]n|[Vv]anuit|[Nn]amens)\s$")
_PLACED = re.compile(
    r"(?:^|[\s(«/])(?:[Ii]n|[Tt]e|[Nn]aar|[Uu]it|[Vv]anuit|[Nn]abij|[Rr]ond|[Rr]ondom|[Gg]emeenten?|[Ss]tad|[Rr]egio|"
    r"[Bb]urgemeester van|[Rr]aad van|locaties? in)\s$"
)
"""What stands before a place: ``in Assen``, ``gemeente Best``."""

_PERSON = re.compile(
    r"(?<![.!?:] )(?:\bVan(?: de[nr]?)?|\b(?:[Kk]amer)?(?:lid|leden)|\b[Mm]otie|\b[Hh]eer|\b[Mm]evrouw|\b[A-Z]\.) $"
)
"""What stands before a surname that is a place as well: ``het lid Boxtel``."""

_LISTED = (", ", " en ", " of ", "/")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;•\n]\s*|[•–-] )$")
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
        texts: its stretches, in order, without repetitions.
        known: the slugs of the organisations and laws that it names in full.
        hits: the names of the registers in each stretch.
        abbreviations: those that it introduces, with the whole name.
        house: what "uw Kamer" is.
        aliases: other words that it introduces for a name.
    """

    texts: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    hits: dict[str, tuple[Hit, ...]] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    house: Authority | None = None
    aliases: tuple[Alias, ...] = ()

    def writes_small(self, word: str) -> bool:
        """Whether the paper has a word in small letters as well: an ordinary word."""
        small = re.compile(rf"(?<![\w-]){re.escape(word.lower())}(?![\w-])")
        return any(small.search(text) for text in self.texts)


def evidence(texts: Iterable[str], names: Names) -> Evidences:
    """Gather what a paper's stretches, taken together, say about the names in it."""
    known: set[str] = set()
    abbreviations: dict[str, str] = {}
    hits: dict[str, tuple[Hit, ...]] = {}
    order = tuple(dict.fromkeys(texts))
    for text in order:
        hits[text] = tuple(names.find(text))
        for hit in hits[text]:
            known.update(form.authority.slug for form in hit.forms if form.evidence is Evidence.NONE)
        for short, name in introduced(text):
            abbreviations.setdefault(short, name)
    house = next(iter(names.whole("Tweede Kamer")), None)
    return Evidences(order, frozenset(known), hits, abbreviations, house, tuple(introduced_aliases(order, hits)))


def find_names(text: str, seen: Evidences) -> Iterator[Found]:
    """Find the names of the registers in a stretch.

    Args:
        text: one of those that the evidence was gathered from.
        seen: what the paper says about the names in it.
    """
    place = -1  # where the last place ends
    for at, hit in enumerate(seen.hits[text]):
        listed = place >= 0 and text[place : hit.start] in _LISTED
        forms = tuple(form for form in hit.forms if _counts(form, hit, text, seen, listed))
        if forms and forms[0].rule == "place-name":
            place = hit.end
        whole = foreign(seen.hits[text], at, text) if forms else None
        if whole:
            yield Found(hit.start, hit.end, forms[0].authority.kind, whole, forms[0].rule, weight=1)
        elif forms:
            yield _found(hit, forms, text)
    if seen.house is not None:
        for match in HOUSE.finditer(text):
            yield Found(match.start(), match.end(), Kind.ORGANISATION, seen.house.label, "house", (seen.house,))
    for match in OWN_MINISTRY.finditer(text):
        yield Found(match.start(), match.end(), Kind.ORGANISATION, match.group(), "own-ministry")
    if seen.aliases:
        yield from find_aliases(text, seen.texts.index(text), seen.aliases)


def _found(hit: Hit, forms: tuple[Form, ...], text: str) -> Found:
    candidates: tuple[Authority, ...] = tuple(dict.fromkeys(form.authority for form in forms))
    label = candidates[0].label if len(candidates) == 1 else " ".join(text[hit.start : hit.end].split())
    return Found(hit.start, hit.end, candidates[0].kind, label, forms[0].rule, candidates)


def _counts(form: Form, hit: Hit, text: str, seen: Evidences, listed: bool) -> bool:
    """Whether a name has the evidence that its form needs, and is not part of something else.

    That another place stands before it in a row is evidence for a place: ``in Ede, Best en Assen``.
    """
    before, after = text[max(0, hit.start - 120) : hit.start], text[hit.end : hit.end + 3]
    if form.text in seen.abbreviations and not is_named(form.authority, seen.abbreviations[form.text]):
        return False
    if (
        form.rule == "place-name"
        and not (listed and form.evidence is not Evidence.NONE)
        and not _is_place(form, before, text[hit.end : hit.end + 4], seen)
    ):
        return False
    if form.rule == "nationality":
        return _is_nationality(form, before, after)
    if form.evidence is Evidence.ARTICLE and form.rule != "place-name":
        return not after.startswith("-") and bool(_ARTICLE.search(before) or _introduced(form, seen))
    if form.evidence is Evidence.INTRODUCED:
        return _introduced(form, seen)
    if form.authority.label.startswith("ministerie ") and not form.text.lower().startswith("ministerie"):
        return not _OFFICE.search(before) and not _is_word(form, before, after, seen)
    return not _is_word(form, before, after, seen)


def _is_word(form: Form, before: str, after: str, seen: Evidences) -> bool:
    """Whether a name of one word begins a sentence, and the paper has the word in small letters elsewhere."""
    if form.authority.kind is not Kind.ORGANISATION or not re.fullmatch(r"[A-Z][^\W\dA-Z]+", form.text):
        return False
    begins = _SENTENCE_START.search(before) and _SUBJECT.match(after)
    return bool(begins) and seen.writes_small(form.text)


def _is_place(form: Form, before: str, after: str, seen: Evidences) -> bool:
    """Whether the name of a place is one there: no surname or local medium, and with its evidence."""
    if re.match(r" ?24(?:\W|$)", after):
        return False  # "Schiedam 24"
    if form.text == "Dublin":
        return not _CITY.search(before)
    if form.evidence is Evidence.NONE:
        return not _PERSON.search(before)
    return bool(_PLACED.search(before)) or _introduced(form, seen)


def _is_nationality(form: Form, before: str, after: str) -> bool:
    """Whether an adjective or a people stands alone: ``Syrisch``, but not the language or a part of a compound."""
    if not form.text.endswith(("e", "s", "n")):
        return not after.startswith("-")
    if form.text[-1] == "s" and not form.text.endswith("ërs"):
        return bool(_SUBJECT.match(after)) and not _IN_LANGUAGE.search(before)
    return True


def _introduced(form: Form, seen: Evidences) -> bool:
    """Whether the paper names in full what a short form stands for."""
    return form.authority.slug in seen.known


def is_named(authority: Authority, whole: str) -> bool:
    """Whether a whole name, which a paper has an abbreviation for, is one of something in the registers.

    Papers vary long names: it is the same when more than half of its longer words are in one of its names.
    """
    words = {word for word in re.findall(r"\w{4,}", whole.lower())}
    names = (set(re.findall(r"\w{4,}", name.lower())) for name in (authority.label, *authority.aliases))
    return not words or any(len(words & name) * 2 > len(words) for name in names)
