"""How the registers' names are written in papers, and how much evidence each way of writing needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from graph.extract.lexicon import Case, Evidence, Form
from graph.link.words import AMBIGUOUS, GENERIC, SHARED
from graph.model import Authority, Kind

NOT_ALONE = frozenset(
    {"Rijksoverheid", "Landbouw", "Justitie", "No", "Def", "Fin", "Verenigde Vergadering", "VW", "Curriculumcommissie"}
)
"""Names that are ordinary words or that stand for too much to be a name by themselves."""

AFTER_ARTICLE = frozenset({"EU", "VN", "NS", "OM", "AP", "AD", "FD", "EP", "EC", "HR", "Pointer", "Trouw"})
"""Short names that count after an article: ``de EU``, but not ``intrekking EU``; ``het AD``."""

SAFE_SHORT = frozenset({"BZ", "EZ", "EK", "TK", "AZ"})
"""Abbreviations of two letters that parliamentary papers use without introduction."""

HOUSE = "Tweede Kamer"
HOUSE_NAMES = ("Kamer", "Tweede Kamer", "uw Kamer", "Uw Kamer")
_ABBREVIATION = re.compile(r"[A-Za-z]*[A-Z&][\w&*-]*[A-Z]\w*|[A-Z]{2,}\w*|[A-Z][a-z]{1,2}")
_MINISTRY = "ministerie van "
_FAMILY = re.compile(r"//identifier\.overheid\.nl/tooi/id/(\w+)/")
_GOVERNING = frozenset({"gemeente", "provincie", "col"})
"""Families of TOOI whose names lead to the place that they govern: ``de gemeente Assen``."""

_WATER_BOARD = re.compile(r"(?:waterschap|hoogheemraadschap|wetterskip) ", re.IGNORECASE)
_SOORT = re.compile(r"(?:gemeente|provincie|openbaar lichaam) ")
_ARTICLE = re.compile(r"(?:de|het) ")
_CAPITAL = re.compile(r"\s[A-ZÀ-Ý]")


def forms_of(
    entries: Iterable[Authority],
    adjectives: Mapping[Authority, tuple[str, ...]],
    ministries: Mapping[Authority, Authority],
) -> Iterator[Form]:
    """Give every way in which the names of the registers are written.

    Args:
        entries: the registers.
        adjectives: for a country, its adjectives and inhabitants.
        ministries: for a post, the ministry that it belongs to.
    """
    for entry in entries:
        if entry.kind is Kind.ORGANISATION:
            yield from _organisation(entry)
        elif entry.kind is Kind.PLACE:
            yield from _place(entry, adjectives.get(entry, ()))
        elif entry.kind is Kind.POST:
            yield from _post(entry, ministries.get(entry))
        elif entry.kind is not Kind.PERSON:
            yield from _law(entry)


def _organisation(entry: Authority) -> Iterator[Form]:
    """Give the names of an organisation: the whole name in any capitals, an abbreviation as it is."""
    family = _family(entry)
    if family in _GOVERNING:
        return
    if family in ("waterschap", "so"):
        yield from _regional(entry, family)
        return
    for name in dict.fromkeys((entry.label, *entry.aliases)):
        if name in NOT_ALONE:
            continue
        short = _ABBREVIATION.fullmatch(name) is not None
        domain = entry.label == _MINISTRY + name or (
            entry.label.startswith(_MINISTRY) and not short and not name.startswith(_MINISTRY)
        )
        rule = "abbreviation" if short else "ministry-domain" if domain else "register-name"
        case = Case.FREE_START if " " in name and not short and not domain else Case.EXACT
        yield Form(name, entry, rule, case, _evidence(name))
    if entry.label.startswith(HOUSE):
        for name in HOUSE_NAMES:
            yield Form(name, entry, "house")
    if entry.label.startswith(_MINISTRY):
        for name in (entry.label, *entry.aliases):
            bare = name.removeprefix(_MINISTRY)
            yield Form(f"ministerie {bare}", entry, "register-name", Case.FREE_START)
            yield Form(f"{_MINISTRY}{bare}", entry, "register-name", Case.FREE_START)


def _family(entry: Authority) -> str:
    """Give the family of TOOI that an organisation belongs to, such as ``zbo``; empty where it is in none."""
    return next((match[1] for address in entry.same_as if (match := _FAMILY.search(address))), "")


def _regional(entry: Authority, family: str) -> Iterator[Form]:
    """Give the names of a water board or a joint body.

    Without its kind a water board is a region ("Rivierenland"); the short names of joint bodies are words ("Kompas",
    "het Schap") or abbreviations that others have too: those count only beside the whole name.
    """
    for name in dict.fromkeys((entry.label, *entry.aliases)):
        if family == "waterschap" and not _WATER_BOARD.match(name):
            continue
        if _CAPITAL.search(name) and not _ARTICLE.match(name):
            case = Case.FREE_START if name.count(" ") > 1 else Case.EXACT
            yield Form(name, entry, "register-name", case)
        else:
            yield Form(name, entry, "abbreviation", Case.EXACT, Evidence.INTRODUCED)


def _evidence(name: str) -> Evidence:
    """Say what a name needs beside itself: the shorter, the more."""
    if name in AFTER_ARTICLE or name in GENERIC:
        return Evidence.ARTICLE
    if name in SHARED or (len(name) <= 2 and name not in SAFE_SHORT):
        return Evidence.INTRODUCED
    return Evidence.NONE


def _place(entry: Authority, adjectives: tuple[str, ...]) -> Iterator[Form]:
    """Give the names of a place, and of its people; the Netherlands needs no mention.

    A municipality whose name is a word or a surname counts after a word such as "in", or where the paper calls it a
    municipality somewhere.
    """
    if entry.code == "NL":
        return
    for name in dict.fromkeys((entry.label, *entry.aliases)):
        evidence = Evidence.ARTICLE if entry.code is None and name in AMBIGUOUS else Evidence.NONE
        yield Form(name, entry, "place-name", Case.EXACT, evidence)
        if _SOORT.match(name):
            yield Form(name[0].upper() + name[1:], entry, "place-name")
    for name in adjectives:
        yield Form(name, entry, "nationality")


def _post(entry: Authority, ministry: Authority | None) -> Iterator[Form]:
    """Give the titles of a post, also with the ministry's abbreviation: ``minister van VWS``."""
    for title in (entry.label, *entry.aliases):
        yield Form(title, entry, "post-title", Case.FREE_START)
    if (
        ministry is not None
        and ministry.code
        and entry.label.endswith(" van " + ministry.label.removeprefix(_MINISTRY))
    ):
        kind = entry.label.split()[0]
        shorts = {ministry.code, *(name for name in ministry.aliases if _ABBREVIATION.fullmatch(name))}
        for short in sorted(shorts):
            yield Form(f"{kind} van {short}", entry, "post-title", Case.FREE_START)
            yield Form(f"{kind} {short}", entry, "post-title", Case.FREE_START)


def _law(entry: Authority) -> Iterator[Form]:
    """Give the names of a law, bill, treaty, EU act or ruling."""
    for name in dict.fromkeys((entry.label, *entry.aliases)):
        short = len(name) < 8 and " " not in name
        evidence = Evidence.INTRODUCED if len(name) <= 2 else Evidence.NONE
        yield Form(name, entry, "law-name", Case.EXACT if short else Case.FREE_START, evidence)
