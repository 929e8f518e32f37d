"""Makes the Turtle files of this folder from the tables of official identifiers.

Run it with the folder that holds the tables; README.md says where they come from. The same tables give the same bytes.

    python data/authorities/build.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from builder import countries, laws, offices, organisations, regions

HERE = Path(__file__).resolve().parent


def write(folder: Path, target: Path = HERE) -> dict[str, int]:
    """Write every file of the registers from the tables in a folder, and give how many things each holds."""
    own = HERE / "own"
    posts, persons = offices.build(folder)
    acts, cases = laws.build(folder, own)
    national = organisations.build(folder, own)
    regional, places = regions.build(folder, own, national.subjects)
    graphs = {
        "organisations": (national, "Organisations: TOOI (KOOP) and own compilation"),
        "regional": (regional, "Regional organisations: TOOI (KOOP)"),
        "places": (places, "Provinces, islands and municipalities: TOOI (KOOP)"),
        "posts": (posts, "Posts and who held them since 2010"),
        "persons": (persons, "Holders of posts"),
        "laws": (acts, "Laws, bills, treaties and EU acts"),
        "cases": (cases, "Rulings of courts"),
        "countries": (countries.build(folder, own), "Countries: GeoNames (CC BY 4.0), EU, Wikidata"),
    }
    for name, (graph, title) in graphs.items():
        graph.write(target / f"{name}.ttl", title)
    return {name: len(graph.subjects) for name, (graph, _) in graphs.items()}


if __name__ == "__main__":
    for register, size in write(Path(sys.argv[1])).items():
        print(f"{register}.ttl: {size} things")
