"""Organisations that no register has: by the word that heads their name, and by abbreviations in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from re import Match

from graph.extract.found import Found
from graph.model import Kind, Rule

RULES = (
    Rule(
        "organisation-head",
        "naam met een organisatiewoord",
        "name headed by a word for an organisation",
        "Stichting Open Nederland",
    ),
    Rule(
        "organisation-compound",
        "samenstelling met een organisatiewoord",
        "compound ending in a word for an organisation",
        "Jeugdfonds Sport en Cultuur",
    ),
    Rule(
        "introduced-abbreviation",
        "in dit stuk ingevoerde afkorting",
        "abbreviation that the paper introduces",
        "Instituut Mijnbouwschade Groningen (IMG)",
    ),
)

ADJECTIVES = (
    "Algemeen Algemene Bijzondere Centraal Centrale Europees Europese Hoge Internationaal Internationale Koninklijk "
    "Koninklijke Landelijk Landelijke Nationaal Nationale Nederlands Nederlandse Onafhankelijke Permanente Regionaal "
    "Regionale Strategisch Strategische VN Wetenschappelijke"
).split()
"""Words that may stand before the head of a name: ``Algemene Onderwijsbond``, ``Centraal Bureau …``."""

HEADS = (
    "Adviescollege Agency Agentschap Alliance Association Autoriteit Bureau Centrum Coalitie Coalition Committee "
    "Coördinator College Comité Commissie Dienst Expertisecentrum Federatie Fonds Gerechtshof GGD Groep "
    "Hof Informatiepunt Inspectie Instituut Kenniscentrum Kennisplatform Koepel Koninklijke Landelijk "
    "Meldpunt Nationaal Nederlandse Netwerk "
    "Ombudsman Institute Omgevingsdienst Omroep Orde Organisatie Organisation Organization Panel Planbureau Platform "
    "Raad Rechtbank RTV Rijksdienst Stichting Taskforce Unie Universiteit Veiligheidsregio Vereniging"
).split()
"""Words that begin the name of an organisation, when they have a capital."""

SMALL_HEADS = (
    "adviesbureau adviescollege autoriteit bureau centrum commissie gerechtshof hogeschool inspectie instituut "
    "onderzoeksbureau rechtbank samenwerkingsverband stichting taskforce universiteit vakbond vereniging"
).split()
"""Those that are also written small before a name: ``stichting Nidos``, ``bureau Berenschot``."""

GENERIC = frozenset(
    {
        "College van Bestuur",
        "Raad van Advies",
        "Raad van Bestuur",
        "Raad van Commissarissen",
        "Raad van Toezicht",
    }
)
"""Bodies that every organisation has."""

NEEDS_MORE = frozenset(
    {
        "Koninklijke",
        "Landelijk",
        "Nationaal",
        "Nederlandse",
        "Groep",
        "Hof",
        "College",
        "Dienst",
        "Raad",
    }
)
"""Heads that make a name only with another organisation word or a connecting word behind them."""

TAILS = (
    "agentschap alliantie autoriteit beraad bond bureau centrum commissie dienst federatie fonds gerecht hof inspectie "
    "instituut koepel ombudsman omroep organisatie overleg platform raad stichting unie universiteit vereniging "
    "waterschap"
).split()
"""Words that end the one-word name of an organisation: ``Jeugdfonds``, ``Mijnraad``, ``Veiligheidsberaad``."""

NOT_NAMES = frozenset(
    {
        "BES-fonds",
        "Diergezondheidsfonds",
        "Deltafonds",
        "Gemeentefonds",
        "Groeifonds",
        "Klimaatfonds",
        "Mobiliteitsfonds",
        "Provinciefonds",
        "Rijksdienst",
        "Landsadvocaat",
        "Ministerraad",
        "Gemeenteraad",
        "Raad",
        "Commissie",
        "Rechtbank",
        "Nationaal Programma",
    }
)
NOT_AN_ORGANISATION = re.compile(
    r"\b(?:Programma|Plan|Wet|Actieprogramma|Akkoord|Aanpak|Strategie|Verordening|Richtlijn|Verdrag|Agenda|Register|"
    r"Prognose|Regeling|Registratie|"
    r"Wetgevingsoverleg|Notaoverleg|Basisregistratie|Kaart|Monitor|Cyberstrategie|Veiligheidsstrategie|Dag|Week|Regering|Staat|Nationaliteit|Norm)\b",
    re.IGNORECASE,
)

BEFORE_COUNTRY = (
    "Caribisch Europees Koninkrijk Noord Oost Zuid West Midden Heel In Uit Voor Door Naar Binnen Buiten Van Aan Bij "
    "Als Dat Rond Over Met Tussen Vanuit Sinds Omdat Hoewel Per De Het"
).split()
"""Words before ``Nederland`` that make it no body: ``Caribisch Nederland``."""

_CAPITAL = r"(?:[A-ZÀ-Ý][\w’'-]*|[A-Z]{2,}[\w&]*)"
_LINK = r"(?:van|voor|der|de|het|den|ten|tegen|inzake|op|in|te|tot|bij)"
_REST = rf"(?:(?: (?:{_LINK} ){{0,3}}| (?:&|en) | ?[-–] ?){_CAPITAL})"
_BEFORE = rf"(?:(?:{'|'.join(ADJECTIVES)}) ){{0,2}}"
HEAD = re.compile(
    rf"(?<![\w-])(?=[A-Zabcghiorstuv]){_BEFORE}(?P<head>{'|'.join(HEADS)}|{'|'.join(SMALL_HEADS)}){_REST}{{1,7}}"
)
COMPOUND = re.compile(
    rf"(?<![\w-])(?=[A-ZÀ-Ý]){_BEFORE}(?!(?:Nederlandse|Europese)[a-z])[A-ZÀ-Ý][\w-]*(?:{'|'.join(TAILS)})(?![\w]){_REST}{{0,4}}"
)
SMALL_HEAD = re.compile(rf"(?:{'|'.join(SMALL_HEADS)})\b")
BRACKETED = re.compile(r"\s?\((?:hierna:? |verder:? )?[‘'«“]?(?P<short>[A-Z][\w&-]{1,9})[’'»”]?\)")
BRANCH = re.compile(
    rf"(?<![\w-])(?!{'|'.join(BEFORE_COUNTRY)})(?:{_CAPITAL}[ -]){{1,2}}Nederland(?![\w-]| (?:19|20)\d\d)"
)
"""One that the country ends: ``Netbeheer Nederland``; not where a sentence begins, which gives any word a capital."""

REPORTING_POINT = re.compile(r"(?<![\w-])(?:Landelijk )?Meldpunt [a-z]{6,} en -?[a-z]{5,}")
"""``Meldpunt geneesmiddelentekorten en -defecten``."""

_TWO_FIELDS = re.compile(rf"(?:{_CAPITAL} )+en {_CAPITAL}$")
"""Two fields make a name: ``Dienst Vervoer en Ondersteuning``."""

_SENTENCE_START = re.compile(r"(?:^|[.!?:;•\n]\s*|\d\s)$")


def find_organisations(text: str, known: Mapping[str, str]) -> Iterator[Found]:
    """Find organisations by their names alone.

    Args:
        text: the text of a view.
        known: abbreviations that the paper introduces, with the whole names.
    """
    for match in HEAD.finditer(text):
        yield from _headed(match)
    for match in COMPOUND.finditer(text):
        if not _SENTENCE_START.search(text[: match.start()][-4:]) or " " in match.group():
            yield from _named(match.start(), _trim(match.group()), "organisation-compound")
    for pattern, letters in ((BRANCH, "Nederland"), (REPORTING_POINT, "Meldpunt")):
        for match in pattern.finditer(text) if letters in text else ():
            if pattern is REPORTING_POINT or not _SENTENCE_START.search(text[: match.start()][-4:]):
                yield from _named(match.start(), match.group(), "organisation-compound")
    for short, name in known.items():
        kind = Kind.ORGANISATION if _is_organisation(name) else Kind.LAW
        for words in (short, name):
            for match in re.finditer(rf"(?<![\w-]){re.escape(words)}(?!\w)", text) if words in text else ():
                yield Found(*match.span(), kind, name, "introduced-abbreviation", code=short)


def _headed(match: Match[str]) -> Iterator[Found]:
    """Give a name that begins with a word for an organisation, when the rest makes it one."""
    name = _trim(match.group())
    head = match["head"]
    rest = name[match.start("head") - match.start() + len(head) :].strip()
    told = re.match(r"(?:voor|van|der|tot) ", rest) or _TWO_FIELDS.match(rest) or _holds_head(rest)
    if not rest or (head in NEEDS_MORE and not told):
        return
    yield from _named(match.start(), name, "organisation-head")


def _named(start: int, name: str, rule: str) -> Iterator[Found]:
    if name not in NOT_NAMES and name not in GENERIC and not NOT_AN_ORGANISATION.search(name):
        label = name[0].upper() + name[1:] if SMALL_HEAD.match(name) else name
        yield Found(start, start + len(name), Kind.ORGANISATION, label, rule)


def _trim(name: str) -> str:
    """Cut what cannot be part of a name: a second name after ``en``, a trailing hyphen."""
    cut = re.sub(
        r" (?:en|&) (?:de|het|De|Het|In|Ik|Op|Ook)\b.*| (?:van|voor|bij|en) (?:het |de )?[Mm]inister.*", "", name
    )
    return cut.rstrip(" -–’'")


def _holds_head(rest: str) -> bool:
    """Whether the rest of a name has a word for an organisation: ``Nederlandse Vereniging van …``."""
    words = rest.split()
    return any(word in HEADS or word.lower().endswith(tuple(TAILS)) for word in words)


def introduced(text: str) -> Iterator[tuple[str, str]]:
    """Give the abbreviations that a text introduces in brackets, with the organisations or laws that they stand for.

    >>> list(introduced("het Instituut Mijnbouwschade Groningen (IMG) en de Meerjaren Productie Prognose (MPP)"))
    [('IMG', 'Instituut Mijnbouwschade Groningen')]
    """
    for match in BRACKETED.finditer(text):
        name = long_form(text[: match.start()], match["short"])
        if name and name not in GENERIC and (_is_organisation(name) or is_law(name)):
            yield match["short"], name


def long_form(before: str, short: str) -> str | None:
    """Find the words right before an abbreviation in brackets that its letters, in order, were taken from."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    words = list(re.finditer(r"[^\s(«“\"/]+", before[-160:]))
    for size in range(1, min(len(letters) * 2 + 4, len(words)) + 1):
        name = before[-160:][words[-size].start() :].strip()
        if name[0].isupper() and name[0].lower() == letters[0] and _spells(name, letters) and "\n" not in name:
            head = words[-size - 1].group() if size < len(words) else ""
            return f"{head} {name}" if head in HEADS else name
    return None


def _spells(name: str, letters: list[str]) -> bool:
    """Whether the letters stand in the name in order, each capital word giving at least one."""
    at = 0
    for letter in letters:
        at = name.lower().find(letter, at) + 1
        if not at:
            return False
    starts = [word[0].lower() for word in re.findall(r"[^\W_]+", name) if word[0].isupper()]
    return all(start in letters for start in starts)


def is_law(name: str) -> bool:
    """Whether a whole name is that of a law: ``Comptabiliteitswet``, ``Wet publieke gezondheid``."""
    return re.search(r"(?:^Wet |^Algemene wet |wet(?: (?:19|20)\d\d)?$|^[A-Z]\w*wetboek(?: |$))", name) is not None


def _is_organisation(name: str) -> bool:
    words = name.split()
    if is_law(name):
        return False
    if words[0] in HEADS and words[0] not in ADJECTIVES:
        return True
    headed = any(word in HEADS or word.lower().endswith(tuple(TAILS)) for word in words)
    return headed and not NOT_AN_ORGANISATION.search(name)
