"""Notices by phase: what each kind of publishing act tells everybody, as typed values."""
