"""Kamergraaf: Dutch parliamentary answers as linked open data, every fact with the words it was taken from."""

__version__ = "0.1.0"
