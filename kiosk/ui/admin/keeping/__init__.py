"""Pages on which the manager keeps a list: a table, and the chosen entry to change."""
