"""Sessions, queries, journal and search, each on SQLite and on PostgreSQL."""
