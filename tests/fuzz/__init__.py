"""Any bytes give a result or one clear `ReadError`: mutated papers of every format, and the target that takes them.

``python -m tests.fuzz --inputs 10000`` runs it by hand; the tests run a few hundred.
"""
