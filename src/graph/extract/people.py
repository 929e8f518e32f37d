"""Persons and posts that are named with a title: members, ministers and state secretaries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.found import Found
from graph.model import Kind, Rule

RULES = (
    Rule("member", "lid van de Kamer", "member of parliament", "het lid Beckerman"),
    Rule("minister-name", "bewindspersoon met naam", "minister by name", "minister Van Weel"),
    Rule("post-head", "post met naam", "post by its title", "de minister voor Natuur en Stikstof"),
)

_PREFIX = r"(?:(?:Van (?:der|den|de|’t|'t)|Van|De|Den|Der|Ter|Ten|El|In ’t) )?"
_NAME = rf"{_PREFIX}[A-ZÀ-Ý][\w’'-]+(?:[- ](?:van|de|der|den)[- ][A-ZÀ-Ý][\w’'-]+)?"
MEMBERS = re.compile(
    rf"(?:(?:[Hh]et|[Dd]e) (?:[Kk]amer)?(?:lid|leden)|[Mm]otie(?:s)?(?: van)?(?: (?:het lid|de leden))?|"
    rf"[Kk]amer(?:lid|leden)) (?P<names>{_NAME}(?:(?:, | en |/){_NAME})*)"
)
MINISTER = re.compile(
    rf"(?:[Mm]inister|[Ss]taatssecretaris|[Oo]ud-minister|[Pp]remier|[Mm]inister-president) (?P<names>{_NAME})"
)
POST = re.compile(
    r"(?<!\w)(?:[Mm]inister|[Ss]taatssecretaris) (?:van|voor) [A-Z][\w-]+(?:(?:, | en |- en )[A-Z][\w-]+){0,4}"
)
_TITLED = re.compile(r"lid |leden |otie|inister|ecretaris|remier")
NOT_A_NAME = frozenset({"Kamer", "Tweede", "Staten", "Minister", "Staatssecretaris", "Vraag", "Antwoord", "Nederland"})

FIELDS = frozenset(
    "Algemene Armoedebeleid Asiel Basisonderwijs Belastingdienst Binnenlandse Buitenlandse Cultuur Defensie "
    "Digitalisering Douane Economische Emancipatie Europese Financiën Fiscaliteit Funderend Herstel "
    "Infrastructuur Jeugd Justitie Klimaat Koninkrijksrelaties Landbouw Langdurige Maatschappelijke Media "
    "Medische Mijnbouw Milieu Natuur Onderwijs Ontwikkelingshulp Openbaar Participatie Primair "
    "Rechtsbescherming Ruimtelijke Sociale Sport Stikstof Toeslagen Veiligheid Visserij Volksgezondheid "
    "Volkshuisvesting Vreemdelingenzaken Werk Wonen Zorg".split()
)
"""Words that begin the field of a post: ``de staatssecretaris Fiscaliteit, Belastingdienst en Douane``."""

_NO_NAMES = NOT_A_NAME | FIELDS


def find_people(text: str) -> Iterator[Found]:
    """Find persons by the title before their name, and posts by theirs."""
    if not _TITLED.search(text):
        return
    for pattern, rule in ((MEMBERS, "member"), (MINISTER, "minister-name")):
        for match in pattern.finditer(text):
            for name in re.finditer(_NAME, match["names"]):
                if name.group().split()[0] not in _NO_NAMES:
                    start = match.start("names") + name.start()
                    label = name.group()[0].upper() + name.group()[1:]
                    yield Found(start, start + len(name.group()), Kind.PERSON, label, rule)
    for match in POST.finditer(text):
        label = match.group()[0].lower() + match.group()[1:]
        yield Found(match.start(), match.end(), Kind.POST, label, "post-head", weight=-1)
