"""Read a news article: who says what, through whom, and how well it is sourced."""

from credtag import accessor as _accessor  # noqa: F401 - registers DataFrame.credtag
from credtag.confidence import Policy
from credtag.corpus import claims
from credtag.display import chart, show
from credtag.errors import CredtagError, CredtagWarning, DataFileError, InputError, MissingExtra, SchemaError
from credtag.exchange import from_json, read_brat, to_json, to_jsonld, write_brat
from credtag.explain import explain
from credtag.frames import Frames, to_frames
from credtag.overrides import apply_overrides
from credtag.records import TaggedDocument
from credtag.registry import Registry
from credtag.schema import CLAIMS, EVIDENCE, LINKS, OVERRIDES, REGISTRY, SOURCES, Schema
from credtag.tagger import Tagger, tag, tag_all
from credtag.webpage import from_html

__all__ = [
    "CLAIMS",
    "EVIDENCE",
    "LINKS",
    "OVERRIDES",
    "REGISTRY",
    "SOURCES",
    "CredtagError",
    "CredtagWarning",
    "DataFileError",
    "Frames",
    "InputError",
    "MissingExtra",
    "Policy",
    "Registry",
    "Schema",
    "SchemaError",
    "TaggedDocument",
    "Tagger",
    "apply_overrides",
    "chart",
    "claims",
    "explain",
    "from_html",
    "from_json",
    "read_brat",
    "show",
    "tag",
    "tag_all",
    "to_frames",
    "to_json",
    "to_jsonld",
    "write_brat",
]
