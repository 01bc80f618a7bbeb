"""Imports: a file comes in, is understood, checked, run in slices, undone whole."""
