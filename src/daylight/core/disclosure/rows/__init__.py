"""Publications by phase: what each kind of act tells everybody, or why it tells nothing."""
