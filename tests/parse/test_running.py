"""Running heads of text without line ends: what comes back once a page, however a scanner read it."""

from __future__ import annotations

import re

from graph.model import Span
from graph.parse.running import PageCount, running_heads

HEAD = "Antwoorden op vragen over het rapport over de dijken langs de rivier (vergaderjaar 2020-2021)"


def heads(*pages: str) -> list[str]:
    """Give the running heads of pages that each end in their count."""
    total = len(pages)
    text = " ".join(f"{page} {number}/{total}" for number, page in enumerate(pages, 1))
    found = re.finditer(rf"(\d+)/{total}(?!\d)", text)
    counts = [PageCount(int(match[1]), total, Span(*match.span())) for match in found]
    return [text[span.start : span.end] for span in running_heads(text, counts)]


def page(number: int, head: str = HEAD) -> str:
    """Make a page whose words stand on no other."""
    words = "Dijken worden ieder jaar bekeken en zelden afgekeurd".split()
    return f"{' '.join(f'{word}{number}' for word in words)}. {head}"


def test_words_that_come_back_once_a_page_are_a_running_head() -> None:
    assert heads(*(page(number) for number in range(6))) == [HEAD] * 6


def test_slips_of_a_scanner_and_the_marks_before_it_belong_to_the_head() -> None:
    slipped = HEAD.replace("rapport", "rappcrt").replace("dijken", "d!jken")
    marked = f"••/% {HEAD}"
    pages = [page(number) for number in range(6)]
    assert heads(*pages, page(7, slipped), page(8, marked)) == [*[HEAD] * 6, slipped, marked]


def test_words_that_come_back_more_often_than_pages_turn_are_said() -> None:
    said = "Voor het antwoord op deze vraag verwijzen wij naar de brief aan uw Kamer"
    assert heads(*(f"{page(number, said)} {page(number + 10, said)}" for number in range(6))) == []


def test_words_on_few_pages_are_no_running_head() -> None:
    assert heads(*(page(number, HEAD if number < 2 else "") for number in range(6))) == []


def test_without_page_counts_nothing_is_one() -> None:
    assert list(running_heads(f"{HEAD} " * 6, [])) == []


def test_end_of_the_head_that_stands_in_the_text_too_belongs_to_it() -> None:
    letter = "Hierbij de brief (vergaderjaar 2020-2021). Zie ook de brief (vergaderjaar 2020-2021) over iets anders."
    pages = [page(number) for number in range(1, 6)]
    assert heads(f"{letter} {letter} {page(0)}", *pages) == [HEAD] * 6


def test_head_that_the_first_page_names_more_often_is_found_on_the_others() -> None:
    pages = [page(number) for number in range(1, 6)]
    assert heads(f"{HEAD} is de titel. {HEAD} is ook het onderwerp. {page(0)}", *pages) == [HEAD] * 6
