"""What whoever sits here took today."""
