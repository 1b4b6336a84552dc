"""Print jobs of all stations: what waits, what failed, what nobody knows."""
