"""Saying how one was served: five questions of one touch, without a name."""
