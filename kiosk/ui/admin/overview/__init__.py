"""The office at a glance."""
