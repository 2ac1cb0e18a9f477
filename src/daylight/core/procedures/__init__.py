"""May it be done, and what is owed next: the matter, and conditions and clocks by phase."""
