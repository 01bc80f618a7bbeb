"""Finding leads by whatever somebody remembers of them, typos forgiven, at a million leads.

A query is corrected against the workspace's vocabulary (distinct words, and each with one letter left out); then exact
postings are read, newest first and bounded. The same tables serve SQLite and PostgreSQL.
"""
