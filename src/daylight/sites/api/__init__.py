"""The interface for programs: signed intents in, signed answers out, and what a reader may see."""
