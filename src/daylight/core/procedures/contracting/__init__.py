"""What must hold of contracts and securities."""
