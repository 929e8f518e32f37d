"""A SPARQL 1.1 server as the store: any with Update and the Graph Store Protocol; tested with Virtuoso and Oxigraph.

`store` is the store, `client` its requests, `engines` in what engines differ, `virtuoso` what Virtuoso does otherwise;
`journal` is the log on the server, `mirror` the ledger that each machine plays from it.
"""
