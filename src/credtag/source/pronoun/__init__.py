"""Whom a pronoun means: "she", "they", "who", "both"."""
