"""The manager's face: the office at a glance, and everything about it that can be changed."""
