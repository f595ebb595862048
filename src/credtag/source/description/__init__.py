"""Whom a description means: "the mayor", "the agency", "the letter"."""
