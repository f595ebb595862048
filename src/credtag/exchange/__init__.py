"""Results in the formats of others, and annotations of others as attributions; docs/exchange.md has one part for each."""

from credtag.exchange.brat import read_brat, write_brat
from credtag.exchange.citron import to_citron
from credtag.exchange.json import from_json, to_json
from credtag.exchange.jsonld import to_jsonld
from credtag.exchange.misp import to_misp
from credtag.exchange.stix import to_stix

__all__ = ["from_json", "read_brat", "to_citron", "to_json", "to_jsonld", "to_misp", "to_stix", "write_brat"]
