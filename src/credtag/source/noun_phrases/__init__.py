"""Noun phrases taken apart: head, name, owner, number."""
