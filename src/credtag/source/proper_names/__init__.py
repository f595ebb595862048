"""Proper names: where they stand, where they begin and end, and what bears them."""
