"""Laws, treaties and EU acts by the shape of their names."""

from __future__ import annotations

import pytest

from graph.extract.laws import find_laws


def labels(text: str) -> set[str]:
    return {find.label for find in find_laws(text)}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("op grond van de Mijnbouwwet zal", "Mijnbouwwet"),
        ("vastgelegd in de Wet publieke gezondheid (artikel 58re)", "Wet publieke gezondheid"),
        (
            "de Wet aanpak dierenmishandeling en dierverwaarlozing is",
            "Wet aanpak dierenmishandeling en dierverwaarlozing",
        ),
        ("gezien de ‘Wet uitvoering verordening bossen’ op 3 mei", "Wet uitvoering verordening bossen"),
        ("het pakket Belastingplan 2013 (en", "Belastingplan 2013"),
        ("de btw-richtlijn biedt", "btw-richtlijn"),
        ("het Verdrag van Genève", "Verdrag van Genève"),
    ],
)
def test_name_has_the_shape_of_a_law(text: str, label: str) -> None:
    assert label in labels(text)


@pytest.mark.parametrize(
    "text", ["De wet is van toepassing", "dit voorstel van wet", "het wetsvoorstel dat voorligt", "weten en wetten"]
)
def test_law_without_a_name_is_none(text: str) -> None:
    assert labels(text) == set()


def test_a_bill_in_small_letters_is_one_where_its_dossier_follows() -> None:
    assert labels("Met het wetsvoorstel versterking dijkbewaking (Kamerstuk 36 512, nr. 2) wordt") == {
        "wetsvoorstel versterking dijkbewaking"
    }
    assert labels("Met het wetsvoorstel versterking dijkbewaking wordt") == set()


def test_a_regulation_on_subsidies_has_a_name() -> None:
    assert "Subsidieregeling Dijkherstel" in labels("voert de Subsidieregeling Dijkherstel uit")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("de hervorming van het Havenwetboek van de Unie is", "Havenwetboek van de Unie"),
        ("artikel 25 bis van de Visumcode bepaalt", "Visumcode"),
    ],
)
def test_a_code_of_the_union_is_a_law(text: str, label: str) -> None:
    assert labels(text) == {label}
