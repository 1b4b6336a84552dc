"""The working calendar: days off, days made up for, and the yearly confirmation."""
