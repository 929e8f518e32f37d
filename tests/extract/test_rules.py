"""The rules as a product: unique, published, documented."""

from __future__ import annotations

from pathlib import Path

from graph.extract import RULES
from graph.extract.__main__ import CHAPTERS, page

DOCS = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_of_rules_is_made_from_the_tables() -> None:
    assert DOCS.read_text(encoding="utf-8") == page(), "run: python -m graph.extract > docs/rules.md"


def test_every_rule_has_its_own_slug_two_labels_and_a_phrase() -> None:
    assert len({rule.slug for rule in RULES}) == len(RULES) > 40
    assert all(rule.label_nl and rule.label_en and rule.example for rule in RULES)


def test_every_rule_stands_on_the_page() -> None:
    told = {rule.slug for _, modules in CHAPTERS for module in modules for rule in module.RULES}
    assert told == {rule.slug for rule in RULES}
