"""The catalogue in the manager's hands: what is known, offered and corrected; imports; everyday words."""
