"""Practice: whole purchases played by their parties through the one door, for the demo, replays and tests."""
