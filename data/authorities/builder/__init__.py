"""Makes the registers in ``data/authorities`` from tables of official identifiers."""
