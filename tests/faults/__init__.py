"""Builds that are disturbed: killed, stopped and copied, without room on the disk, while a server answers."""
