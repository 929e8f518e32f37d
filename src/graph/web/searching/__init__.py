"""The search as addresses: a page for people, `/search.json` and `/search.csv` for programs."""
