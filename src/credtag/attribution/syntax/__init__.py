"""How sentences are built, read without a parser."""
