"""What people and programs see: the portal, and the interface. Pages never reach the journal or the vault."""
