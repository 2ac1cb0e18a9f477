"""The state of a case, each phase in a part of its own."""
