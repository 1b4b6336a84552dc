"""Devices: which machines and printers work, and what to do where they do not."""
