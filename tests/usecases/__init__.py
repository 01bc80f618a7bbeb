"""Tests of the use cases, on both databases where what they do depends on it."""
