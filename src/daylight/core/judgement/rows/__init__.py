"""Rows by phase: everything the law asks of each kind of act."""
