"""How entries are run: lanes, runners, the leader, jobs outside transactions, and the start of it all."""
