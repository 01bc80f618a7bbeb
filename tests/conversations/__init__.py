"""Conversations through the chat client, on SQLite."""
