"""What must hold of solicitations, their documents and their terms."""
