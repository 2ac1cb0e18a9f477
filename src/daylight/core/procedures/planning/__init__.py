"""What must hold while a purchase is planned: the need, the method, who runs it."""
