"""Read a news article: who says what, through whom, and how well it is sourced."""
