"""What the acts of a docket add up to: frozen states, effects by phase, and the fold."""
