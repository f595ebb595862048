"""Results in the formats of others, and annotations of others as attributions; docs/exchange.md has one part for each."""

from credtag.exchange.brat import read_brat, write_brat
from credtag.exchange.json import from_json, to_json
from credtag.exchange.jsonld import to_jsonld

__all__ = ["from_json", "read_brat", "to_json", "to_jsonld", "write_brat"]
