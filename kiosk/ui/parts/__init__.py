"""Widgets every face is built from. Each is given a look and can change into another."""
