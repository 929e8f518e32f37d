"""Posts as papers write them, made full titles: ``de ministers van A en voor B`` are two posts."""

from __future__ import annotations

import re
from collections.abc import Iterator

_RANK = (
    r"[Mm]inister-[Pp]resident(?:,? (?:en )?[Mm]inister van Algemene Zaken)?|[Mm]inisters?"
    r"|[Ss]taatss?ecretariss?en|[Ss]taatss?ecretaris"
)
_PORTFOLIO_WORD = r"[A-ZÀ-Þ][\w-]*"
_GLUE = r"(?:,\s*|\s+en\s+|\s+)"
_SMALL = r"(?:\s+en\s+(?!van\b|voor\b|mede\b|antwoord|minister|staats)[a-zà-ÿ]{6,}\b)"
PORTFOLIO = rf"{_PORTFOLIO_WORD}(?:{_GLUE}(?:\(\w+\)\s)?{_PORTFOLIO_WORD}|{_SMALL})*"
_LIST = re.compile(
    rf"(?P<rank>{_RANK})\b(?P<rest>(?:\s*(?:,|en)?\s*(?:van|voor)\s+{PORTFOLIO})*)(?P<bare>\s+{PORTFOLIO})?"
)
_ITEM = re.compile(rf"(?P<joint>van|voor)\s+(?P<portfolio>{PORTFOLIO})")
_HELD = re.compile(rf"(?P<rank>{_RANK})\s+(?P<name>[^()]{{2,60}}?)\s*\((?P<portfolio>{PORTFOLIO})\s*(?:\)|\(|$)")
_ABSENT = re.compile(r",?\s*bij\s*afwezigheid\s*van.*", re.DOTALL)
_GLUED_WORDS = re.compile(r"(?<=[a-zà-ÿ]{3})(?=[A-ZÀ-Þ][a-zà-ÿ])")
_GLUED_JOINT = re.compile(r"([A-ZÀ-Þ][a-zà-ÿ]{3,})en (?=[A-ZÀ-Þ])")
_TAIL = re.compile(r"(?:,|\s)+(?:en)?$")


def singular(rank: str) -> str:
    """Give the rank of one holder, in small letters.

    >>> singular("Staatssecretarissen"), singular("Ministers"), singular("Staatsecretaris")
    ('staatssecretaris', 'minister', 'staatssecretaris')
    """
    low = rank.lower()
    if low.startswith("staats"):
        return "staatssecretaris"
    return "minister-president" if "president" in low else "minister"


def posts_in(text: str) -> tuple[str, ...]:
    """Give the posts that a phrase names, in order, each once.

    >>> posts_in("de ministers van Asiel en Migratie en voor Asiel en Migratie")
    ('minister van Asiel en Migratie', 'minister voor Asiel en Migratie')
    >>> posts_in("de Minister en de Staatssecretaris van Volksgezondheid, Welzijn en Sport")
    ('minister van Volksgezondheid, Welzijn en Sport', 'staatssecretaris van Volksgezondheid, Welzijn en Sport')
    """
    return tuple(dict.fromkeys(_posts(_unglued(_ABSENT.sub("", text)))))


def _posts(text: str) -> Iterator[str]:
    """Give posts; a rank without a portfolio shares the next one's."""
    ranks: list[str] = []
    for match in _LIST.finditer(text):
        rank = singular(match["rank"])
        items = [(item["joint"], _clean(item["portfolio"])) for item in _ITEM.finditer(match["rest"] or "")]
        if not items and match["bare"] and rank != "minister-president":
            items = [("van", _clean(match["bare"]))]
        if rank == "minister-president":
            yield rank
            continue
        ranks.append(rank)
        if len(items) == 1 and re.fullmatch(r"[Mm]inisters|[Ss]taatss?ecretarissen", match["rank"]):
            items = [(items[0][0], portfolio) for portfolio in _apart(items[0][1])]
        if items:
            for shared in ranks:
                for joint, portfolio in items:
                    yield f"{shared} {joint} {portfolio}"
            ranks.clear()


def _apart(portfolio: str) -> list[str]:
    """Give the portfolios of several holders that one ``van`` joins, as far as their commas and pairs tell them apart.

    >>> _apart("Onderwijs, Cultuur en Wetenschap en Volksgezondheid, Welzijn en Sport")
    ['Onderwijs, Cultuur en Wetenschap', 'Volksgezondheid, Welzijn en Sport']
    >>> _apart("Justitie en Veiligheid en Asiel en Migratie"), _apart("Justitie en Veiligheid en Defensie")
    (['Justitie en Veiligheid', 'Asiel en Migratie'], ['Justitie en Veiligheid en Defensie'])
    """
    series: list[str] = []
    rest: list[str] = []
    for part in re.split(r"(?<!,)\s+en\s+", portfolio):
        if rest and "," in rest[-1]:
            series.append(f"{rest.pop()} en {part}")
        else:
            rest.append(part)
    if not rest:
        return series
    if not series and len(rest) == 4:
        return [f"{rest[0]} en {rest[1]}", f"{rest[2]} en {rest[3]}"]
    return sorted([*rest, *series], key=portfolio.index) if series and len(rest) == 1 else [portfolio]


def holders_in(text: str, addressed: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Give the posts of those who answer: ``Minister Van Weel (Justitie en Veiligheid), mede namens …``.

    Args:
        text: the phrase, without line ends.
        addressed: the posts that were asked: they tell ``minister voor`` from ``minister van``.

    >>> holders_in("Minister Helder (Langdurige Zorg en Sport)", ("minister voor Langdurige Zorg en Sport",))
    ('minister voor Langdurige Zorg en Sport',)
    """
    posts: list[str] = []
    text = _unglued(text)
    at = 0
    for match in _HELD.finditer(text):
        posts.extend(posts_in(text[at : match.start()]))
        rank = singular(match["rank"])
        post = f"{rank} {{}} {_clean(match['portfolio'])}"
        meant = post.format("voor") if post.format("voor") in addressed else post.format("van")
        posts.append(rank if rank == "minister-president" else meant)
        at = match.end()
    posts.extend(posts_in(text[at:]))
    return tuple(dict.fromkeys(posts))


def _unglued(text: str) -> str:
    """Put back the spaces that were lost at a line end: ``BuitenlandseHandel``, ``Klimaaten Groene Groei``."""
    return _GLUED_JOINT.sub(r"\1 en ", _GLUED_WORDS.sub(" ", text))


def _clean(portfolio: str) -> str:
    """Give a portfolio with single spaces, capitals and without the joint that follows it."""
    words = _TAIL.sub("", " ".join(portfolio.split())).split()
    return " ".join(word if word == "en" else word[0].upper() + word[1:] for word in words)
