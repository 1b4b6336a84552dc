"""Reading about procedures: the search, the list, one procedure and its papers."""
