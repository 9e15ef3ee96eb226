"""Backups: the whole installation in a folder that either kind of database can be restored from.

The rows lie in a form of their own, one JSON list a line, so that an office moves from SQLite to PostgreSQL and back
with the same two commands. `docs/formats/backup.md` tells the form.
"""
