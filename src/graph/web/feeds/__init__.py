"""Feeds in Atom: papers and figures that are new, were changed or were withdrawn."""
