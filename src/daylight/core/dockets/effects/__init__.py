"""What each act changes, by phase; ``core/dockets/lenses.py`` says which part of a case it may replace."""
