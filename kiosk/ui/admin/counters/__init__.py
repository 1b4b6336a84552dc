"""The counters of the office: what each serves, and which are open."""
