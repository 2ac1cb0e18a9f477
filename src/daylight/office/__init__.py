"""The application: the one door, questions, receipts, and the ports to storage."""
