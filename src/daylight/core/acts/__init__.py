"""The kinds of act by phase, the intent a person signs, and the act the law admitted."""
