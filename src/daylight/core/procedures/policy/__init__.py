"""What must hold for equal treatment: words, preferences, set-asides."""
