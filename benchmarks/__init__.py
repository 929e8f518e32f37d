"""How fast it is, measured: `python -m benchmarks`. Times are never asserted in tests; the bars stand here."""
