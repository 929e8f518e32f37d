"""`/reconcile`: the W3C Reconciliation Service API 0.2, which matches a list of names with what the graph knows.

https://reconciliation-api.github.io/specs/0.2/. `vocabulary` says what there is to match with, `entities` reads it from
the store, `index` finds it by name, `matching` settles what is a match, `batch` reads what a client asks.
"""
