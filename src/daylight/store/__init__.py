"""Adapters of the office's ports: journal, vault, log, board. Journal tables live only here."""
