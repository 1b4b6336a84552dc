"""The list of citizens to call or to write to, and what came of it."""
