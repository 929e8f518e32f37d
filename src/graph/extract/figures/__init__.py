"""The grammar of figures: what a number in an answer measures, of what, when, how surely and by whose count.

    view ──sentences──▶ numerals ──quantities──▶ + periods, subjects, notes ──reading──▶ Statistic

Each module is one question that a reader asks of a number, with its Dutch in tables; `reading` puts the answers
together.
"""
