"""The frames of the windows: head, bars and the room in which a page stands."""
