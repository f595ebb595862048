"""The frozen records that every stage reads and makes.

Offsets are half-open and count code points of
the text exactly as the user gave it: ``document.text[span.start:span.end]``.
"""

from credtag.records.attributions import Attribution, Occasion
from credtag.records.claims import Caveat, Claim, Grade, Label, Link, Reason, TaggedDocument
from credtag.records.sources import Resolution, Source, Sources
from credtag.records.text import SOFT_HYPHEN, Document, Found, Quotation, Span, Spans, Zone, hull

__all__ = [
    "SOFT_HYPHEN",
    "Attribution",
    "Caveat",
    "Claim",
    "Document",
    "Found",
    "Grade",
    "Label",
    "Link",
    "Occasion",
    "Quotation",
    "Reason",
    "Resolution",
    "Source",
    "Sources",
    "Span",
    "Spans",
    "TaggedDocument",
    "Zone",
    "hull",
]
