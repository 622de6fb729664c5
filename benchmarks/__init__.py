"""Measures how fast the project is, side by side with the usual way of doing the same."""
