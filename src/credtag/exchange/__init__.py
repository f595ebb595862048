"""Results in the formats of others, and annotations of others as attributions; docs/exchange.md has one part for each."""

from credtag.exchange.brat import read_brat, write_brat
from credtag.exchange.json import from_json, to_json

__all__ = ["from_json", "read_brat", "to_json", "write_brat"]
