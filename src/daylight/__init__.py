"""Daylight: an open platform on which a government buys."""

__version__ = "0.1.0"
