"""What must hold while suppliers are prequalified."""
