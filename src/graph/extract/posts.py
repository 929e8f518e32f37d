"""Posts that are named together: ``de ministers van Financiën en van Justitie en Veiligheid``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Match

from graph.extract.found import Found
from graph.extract.lexicon import Hit, Names
from graph.model import Kind, Rule

RULES = (
    Rule(
        "posts-together",
        "posten die samen genoemd worden",
        "posts that are named together",
        "de ministers van Financiën en van Defensie",
    ),
)

KINDS = {
    "ministers": ("minister",),
    "staatssecretarissen": ("staatssecretaris",),
    "bewindspersonen": ("minister", "staatssecretaris"),
    "bewindslieden": ("minister", "staatssecretaris"),
    "minister": ("minister",),
    "staatssecretaris": ("staatssecretaris",),
}
"""What posts a word stands for: ``bewindspersonen`` are the minister and the state secretary of a ministry."""

TOGETHER = re.compile(
    r"(?<![\w-])(?P<word>[Mm]inisters|[Ss]taatssecretarissen|[Bb]ewinds(?:personen|lieden)) (?:van |voor )?(?=[A-Z])"
    r"|(?<![\w-])(?P<one>[Mm]inister) en (?:de )?(?:[Ss]taatssecretaris) (?:van |voor )?(?=[A-Z])"
    r"|(?<![\w-])(?P<other>[Ss]taatssecretaris) en (?:de )?[Mm]inister (?:van |voor )?(?=[A-Z])"
)
_AND = re.compile(r"(?: ?\([A-Z][\w&]+\))?(?:, en |, | en |, alsmede | alsook )(?:(?:de )?(?:van |voor ))?(?=[A-Z])")
_REACH = 120


def find_posts(text: str, names: Names) -> Iterator[Found]:
    """Find posts that share one word: ministers of several ministries, or minister and state secretary of one.

    Args:
        text: the text of a view.
        names: the names of the registers, to which the titles of posts belong.
    """
    if "inister" not in text and "ecretaris" not in text and "ewinds" not in text:
        return
    for match in TOGETHER.finditer(text):
        kinds = KINDS[(match["word"] or match["one"] or match["other"]).lower()]
        if not match["word"]:
            group = "one" if match["one"] else "other"
            yield from _posts(kinds, text, match.end(), names, match.span(group))
            continue
        fields = list(_fields(kinds, text, match, names))
        if len(fields) == 1 and match["word"].lower() == "ministers":
            continue  # of several countries: "de ministers van Defensie van Nederland en België"
        for at, where in fields:
            yield from _posts(kinds, text, at, names, where)


def _fields(
    kinds: tuple[str, ...], text: str, match: Match[str], names: Names
) -> Iterator[tuple[int, tuple[int, int]]]:
    """Give where each field of a row begins, and the words that name its post: the first with the shared word."""
    at, start = match.end(), match.start()
    while end := _end(kinds, text, at, names):
        yield at, (start, end)
        following = _AND.match(text, end)
        if following is None:
            return
        start = at = following.end()


def _hits(kinds: tuple[str, ...], text: str, at: int, names: Names) -> list[tuple[str, Hit]]:
    """Give the longest post of each kind whose field stands at a place, and the words of its title before that."""
    found = []
    for kind in kinds:
        hits = [(head, names.first(head + text[at : at + _REACH])) for head in (f"{kind} van ", f"{kind} voor ")]
        known = [
            (head, hit)
            for head, hit in hits
            if hit is not None and hit.end > len(head) and hit.forms[0].authority.kind is Kind.POST
        ]
        found += sorted(known, key=lambda pair: pair[1].end - len(pair[0]))[-1:]
    return found


def _end(kinds: tuple[str, ...], text: str, at: int, names: Names) -> int | None:
    """Give where a field at a place ends; None where no post has it."""
    return max((at + hit.end - len(head) for head, hit in _hits(kinds, text, at, names)), default=None)


def _posts(kinds: tuple[str, ...], text: str, at: int, names: Names, where: tuple[int, int]) -> Iterator[Found]:
    """Give the posts of a field, on the words that name them."""
    for head, hit in _hits(kinds, text, at, names):
        label = " ".join((head + text[at : at + hit.end - len(head)]).split())
        candidates = tuple(dict.fromkeys(form.authority for form in hit.forms))
        yield Found(*where, Kind.POST, label, "posts-together", candidates, weight=2)
