"""Indicators for people: the list of them, and the series of each as charts and tables."""
