"""On what occasion something was said: where, how, to whom and through whom."""
