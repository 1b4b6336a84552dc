"""Một Cửa: the reception counter of a Vietnamese public one-stop office."""

__version__ = "0.1.0"
