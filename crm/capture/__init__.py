"""Turning what came in into a draft lead. Pure functions: no database, no network, no clock of their own."""
