"""Posts that are named together."""

from __future__ import annotations

import pytest

from graph.extract.lexicon import Case, Form, Names
from graph.extract.posts import find_posts
from graph.model import Authority, Kind

FIELDS = ("Financiën", "Justitie en Veiligheid", "Defensie")
TITLES = [f"minister van {field}" for field in FIELDS] + ["staatssecretaris van Defensie", "minister van VWS"]
NAMES = Names(
    Form(title, Authority(Kind.POST, title.replace(" ", "-").lower(), title), "post-title", Case.FREE_START)
    for title in TITLES
)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("de ministers van Financiën en van Defensie", ["minister van Financiën", "minister van Defensie"]),
        (
            "De Ministers van Justitie en Veiligheid, VWS en Defensie",
            ["minister van Justitie en Veiligheid", "minister van VWS", "minister van Defensie"],
        ),
        ("de ministers van Financiën (FIN) en Defensie", ["minister van Financiën", "minister van Defensie"]),
        ("de bewindspersonen van Defensie", ["minister van Defensie", "staatssecretaris van Defensie"]),
        ("de minister en de staatssecretaris van Defensie", ["minister van Defensie"]),
        ("ministers van andere landen", []),
        ("de ministers van Defensie van Nederland en België", []),
    ],
)
def test_each_post_is_found(text: str, labels: list[str]) -> None:
    assert [find.label for find in find_posts(text, NAMES)] == labels


def test_first_post_has_the_shared_word() -> None:
    text = "de ministers van Financiën en van Defensie"
    assert [text[find.start : find.end] for find in find_posts(text, NAMES)] == ["ministers van Financiën", "Defensie"]
