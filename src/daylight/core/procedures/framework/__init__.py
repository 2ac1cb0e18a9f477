"""What must hold of framework agreements and what is bought under them."""
