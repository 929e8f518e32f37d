"""What every kind of page keeps: no barrier, in both languages, light and dark, wide and narrow, by keyboard alone."""

from __future__ import annotations

import pytest
from tests.e2e.visiting import Open

PAPER = "/doc/document/kst-36800-XX-7"
MISSING = "/nothing/here"
PAGES = (
    "/",
    "/about",
    "/report",
    "/documents",
    "/indicators",
    "/organisations",
    "/laws",
    "/posts",
    "/places",
    "/dossiers",
    "/rulings",
    "/documents?q=xyzzyx",
    "/search?q=opvangplekken",
    "/search?q=xyzzyx",
    "/download/",
    "/catalog",
    "/status",
    "/problems",
    "/shapes",
    "/sparql",
    PAPER,
    f"{PAPER}/answer/11",
    f"{PAPER}/question/11",
    f"{PAPER}/answer/11/statistic/69630-1",
    f"{PAPER}/answer/12/mention/coa-2",
    "/doc/organisation/coa",
    "/doc/organisation/coa?part=mentions&year=2025",
    "/doc/organisation/ministerie-van-asiel-en-migratie",
    "/doc/indicator/opvangplek",
    "/doc/law/asielnoodmaatregelenwet",
    "/doc/post/minister-van-asiel-en-migratie",
    "/doc/post/minister-van-asiel-en-migratie?part=answers",
    "/doc/person/david-van-weel",
    "/doc/place/sy",
    "/doc/breakdown/noodopvang",
    "/doc/dossier/36800-XX",
    "/doc/period/2025-01-01--2025-01-01",
    "/doc/def/Statistic",
    "/doc/def",
    MISSING,
)


def expected(path: str) -> tuple[str, ...]:
    """Give what the console may complain of: only one of these pages is not there."""
    return ("status of 404",) if path == MISSING else ()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_barrier(visit: Open, path: str) -> None:
    opened = visit(expected=expected(path))
    for language in ("nl", "en"):
        page = opened.go(f"{path}{'&' if '?' in path else '?'}lang={language}")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert opened.violations() == [], f"{language}, {scheme}"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_window_of_320_pixels(visit: Open, path: str) -> None:
    opened = visit(width=320, expected=expected(path))
    opened.go(path)
    assert opened.overflow() <= 0


@pytest.mark.parametrize("path", PAGES)
def test_the_keyboard_alone_reaches_every_link_and_field(visit: Open, path: str) -> None:
    opened = visit(expected=expected(path))
    page = opened.go(path)
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]"
        ".filter(each => each.checkVisibility()).length"
    )
    page.evaluate("window.reached = new Set(); addEventListener('focusin', event => reached.add(event.target))")
    for _ in range(min(wanted, 60) + 5):
        page.keyboard.press("Tab")
    assert page.evaluate("reached.size") >= min(wanted, 60)
