"""Policies of procurement: which preferences law gives, who may claim them, what is reserved for whom."""
