"""Import: planned purchases from spreadsheets as collectors save them, dirt included; nothing is silent."""
