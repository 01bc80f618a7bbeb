"""Pure rules: what the calendar, the clock, history and rights say. No I/O, no database, no current time."""
