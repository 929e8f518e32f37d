"""What `/sparql` keeps of the SPARQL 1.1 Protocol, as a table: `python -m tests.conformance.protocol` prints it."""
