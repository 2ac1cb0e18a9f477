"""What must hold when a lot is decided."""
