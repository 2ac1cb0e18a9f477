"""What all pages share: language, layout, how values are shown, what the process knows of its world."""
