"""What must hold while bids are evaluated."""
