"""A practice state that enacted the UNCITRAL Model Law on Public Procurement of 2011: data only."""
