"""Search in Dutch over what papers say: an index beside each snapshot, and the questions that are put to it.

    graph ──items──▶ Item ──index──▶ folder beside the snapshot ──served──▶ hits, facets, snippets

`words` says what counts as a word and as the same word, `items` and `names` what can be found, `index` keeps a folder
in step with the graphs of a publication, `asking` reads what a visitor typed, `served` answers it. The engine is
tantivy: it answers from 200,000 items in milliseconds, and a publication adds segments of its own to those of the one
before, which stay as they were.
"""
