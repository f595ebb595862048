"""The register of those whom an article names, and what it tells of them."""
