"""The one SQLite file."""

REMOVED_DAYS = 30
"""How long what was removed is kept."""
