"""Files that other programs make and read: which cells they hold, what their columns are called. Pure, no database."""
