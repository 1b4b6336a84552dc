"""Evaluation: what citizens are asked about how they were served, and what they answered."""
