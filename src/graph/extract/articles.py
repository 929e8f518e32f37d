"""Articles of laws: ``artikel 3.1, eerste lid, Vb 2000``, as addresses by the standard JuriConnect."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from re import Match

from graph.extract.found import Found
from graph.model import Authority, Kind, Rule

RULES = (Rule("article", "artikel van een wet", "article of a law", "artikel 3.1, eerste lid, Vb 2000"),)

_ADDRESS = "https://wetten.overheid.nl/jci1.3:c:"
_ORDINALS = "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde".split()
_NUMBER = r"\d{1,4}(?:[.:]\d{1,3})*[a-z]{0,3}(?!\w)"
_PART = (
    rf"(?:(?:{'|'.join(_ORDINALS)})(?: en (?:{'|'.join(_ORDINALS)}))? (?:lid|volzin)|(?:lid|leden) \d{{1,2}}"
    r"(?: en \d{1,2})?|(?:aanhef en )?(?:onder|onderdeel|onderdelen|sub) [a-z\d](?:°|(?= )|(?=,))"
    r"(?:,? en (?:onder )?[a-z](?!\w))?)"
)
ARTICLE = re.compile(rf"(?P<number>{_NUMBER})(?P<parts>(?:,? \(?{_PART}\)?,?)*)")
_ROW = rf"{ARTICLE.pattern.replace('?P<number>', '?:').replace('?P<parts>', '?:')}"
_NEXT = r"(?:,| en| of| juncto| jo\.?| t/m| tot en met)+ (?:artikel )?"
BEFORE = re.compile(
    rf"(?<!\w)(?P<head>[Aa]rt(?:ikel(?:en)?|t?\.) ?)(?P<row>{_ROW}(?:{_NEXT}{_ROW})*),? (?:(?:van|uit|in) )?"
    r"(?:de |het )?$"
)
"""Articles right before the name of a law."""

BEHIND = re.compile(rf"(?P<head>,? \(?art(?:ikel(?:en)?|t?\.) ?)(?P<row>{_ROW}(?:{_NEXT}{_ROW})*)")
"""Articles right behind it: ``Grondwet, artikel 105, derde lid``."""

_OF_ANOTHER = re.compile(r"\)?,? (?:en \S+ )?(?:van|uit|in) ")
"""What gives articles behind a law to another: ``de Awb, artikel 2 van de Wob``."""

_REACH = 160
"""How many characters before a law its articles may begin."""


def with_articles(text: str, finds: Iterable[Found]) -> Iterator[Found]:
    """Give the finds, where a law stands for each of the articles that are cited of it.

    Args:
        text: the text of a view.
        finds: what was found in it, in order, with what it could lead to.
    """
    behind = 0
    for find in finds:
        law = _law_of(find.candidates) if find.kind is Kind.LAW else None
        cited = list(_cited(text, find, law, behind)) if law else []
        yield from cited or [find]
        behind = max(behind, find.end)


def _law_of(candidates: tuple[Authority, ...]) -> Authority | None:
    """Give the law whose articles have an address: one with a BWB number; the civil code has one for each book."""
    laws = [law for law in candidates if re.fullmatch(r"BWBR\d{7}", law.code or "")]
    is_one = len({law.code for law in laws}) == 1
    return laws[0] if is_one and not laws[0].label.startswith("Burgerlijk Wetboek") else None


def _cited(text: str, find: Found, law: Authority, behind: int) -> Iterator[Found]:
    """Give a find for each article of a law, from the article to the law or the other way round."""
    from_ = max(behind, find.start - _REACH)
    before = BEFORE.search(text[from_ : find.start]) if "rt" in text[from_ : find.start] else None
    if before is not None:
        yield from _each(find, law, before, from_, find.end)
        return
    after = BEHIND.match(text, find.end)
    if after is not None and not _OF_ANOTHER.match(text, after.end()):
        yield from _each(find, law, after, 0, None)


def _each(find: Found, law: Authority, match: Match[str], shift: int, end: int | None) -> Iterator[Found]:
    """Give a find for each article of a row; the one beside the law goes as far as the law."""
    articles = list(ARTICLE.finditer(match["row"]))
    offset = match.start("row") + shift
    for at, article in enumerate(articles):
        first, last = at == 0, at == len(articles) - 1
        start, stop = offset + article.start(), offset + len(article.group().rstrip(" ,")) + article.start()
        if end is None:
            start = find.start if first else start
        else:
            start = match.start() + shift if first else start
            stop = end if last else stop
        address = f"{_ADDRESS}{law.code}&artikel={article['number']}{_paragraph(article['parts'])}"
        yield replace(find, start=start, end=stop, rule="article", address=address)


def _paragraph(parts: str) -> str:
    """Give the paragraph of an article as JuriConnect writes it, where it is one: ``&lid=1``."""
    numbers = [
        int(number) for row in re.findall(r"(?:lid|leden) (\d+(?: en \d+)?)", parts) for number in row.split(" en ")
    ]
    for row in re.findall(r"((?:\w+ en )?\w+) lid(?! \d)", parts):
        numbers += [_ORDINALS.index(word) + 1 for word in row.split(" en ") if word in _ORDINALS]
    return f"&lid={numbers[0]}" if len(numbers) == 1 else ""
