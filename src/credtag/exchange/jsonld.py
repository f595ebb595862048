"""Claims as linked data: schema.org for what they are, PROV for their chains, Web Annotation for their places."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from credtag import shown
from credtag.errors import InputError
from credtag.labels import Channel, Form, Kind, Naming
from credtag.records import Claim, Document, Source, Span, TaggedDocument

_CONTEXT = (
    "http://www.w3.org/ns/anno.jsonld",
    {"schema": "https://schema.org/", "prov": "http://www.w3.org/ns/prov#", "credtag": "urn:credtag:"},
)
_TYPES = {
    Kind.PERSON: ("schema:Person", "prov:Person"),
    Kind.GROUP: ("prov:Agent",),
    Kind.ORGANISATION: ("schema:Organization", "prov:Organization"),
    Kind.GOVERNMENT: ("schema:GovernmentOrganization", "prov:Organization"),
    Kind.OUTLET: ("schema:NewsMediaOrganization", "prov:Organization"),
    Kind.DOCUMENT: ("schema:CreativeWork", "prov:Entity"),
    Kind.UNKNOWN: ("prov:Agent",),
}
_QUOTED = frozenset((Form.DIRECT, Form.MIXED))
# The channels on which an origin tells what it saw or is itself the record.
_FIRST_HAND = frozenset((Channel.OBSERVATION, Channel.TESTIMONY, Channel.DOCUMENT, Channel.COURT_FILING, Channel.POLL))
_AROUND = 32  # characters of prefix and suffix: enough to find a quote again in a changed text
_SAFE = ":/?#[]@!$&'()*+,;=%~"
_Node = dict[str, Any]


def to_jsonld(tagged: TaggedDocument) -> str:
    """Return the claims of an article as JSON-LD, without any verdict on them.

    A claim is a ``schema:Quotation`` when its words stand in quotation marks, else a ``schema:Claim``. It was quoted or
    derived (``prov:wasQuotedFrom``, ``prov:wasDerivedFrom``) from what the next link of its chain said, and so on to the
    origin, which is its ``prov:hadPrimarySource`` only when a named origin was there or is itself the record. Web
    Annotations tie claims and links to the text, by quote and by position. docs/exchange.md has the whole mapping.

    Args:
        tagged: The result of :func:`credtag.tag`.

    Returns:
        A JSON document. Its identifiers begin with the article's address when it has one, else with
        ``urn:credtag:doc:``.

    Raises:
        InputError: *tagged* is something else.

    Example:
        >>> import credtag, json
        >>> graph = json.loads(to_jsonld(credtag.tag("The dam may fail, Ana Ruiz said.", doc_id="d")))["@graph"]
        >>> next(node for node in graph if "schema:Claim" in node["type"])["schema:text"]
        'The dam may fail'
    """
    if not isinstance(tagged, TaggedDocument):
        raise InputError(f"to_jsonld takes the result of credtag.tag, not {type(tagged).__name__}")
    return json.dumps({"@context": list(_CONTEXT), "@graph": list(_Graph(tagged).nodes())}, ensure_ascii=False)


class _Graph:
    """The nodes of one article."""

    def __init__(self, tagged: TaggedDocument) -> None:
        self.tagged = tagged
        self.document = tagged.document
        self.claims = shown.claims(tagged)
        self.shown_ids = {claim.claim_id for claim in self.claims}
        self.article = _address(self.document)

    def nodes(self) -> Iterator[_Node]:
        """Yield the article, the sources in its chains, and each claim with its chain and its places."""
        yield self._about_article()
        used = {link.source_id for claim in self.claims for link in claim.chain}
        for n, source in enumerate(self.tagged.sources):
            if n == 0 or source.source_id in used:
                yield self._source(source)
        for claim in self.claims:
            yield self._claim(claim)
            yield self._place(self._iri(claim.claim_id), claim.attribution.content)
            for hop in range(1, len(claim.chain)):
                yield self._link(claim, hop)
                if (span := claim.chain[hop].span) is not None:
                    yield self._place(self._hop(claim, hop)["id"], (span,))

    def _about_article(self) -> _Node:
        document = self.document
        node: _Node = {"id": self.article, "type": ["schema:NewsArticle", "prov:Entity"]}
        if self.tagged.sources:
            node["schema:publisher"] = node["prov:wasAttributedTo"] = self._ref(self.tagged.sources[0].source_id)
        if document.headline:
            node["schema:headline"] = shown.plain(document.headline)
        if document.published:
            node["schema:datePublished"] = shown.plain(document.published)
        if document.authors:
            node["schema:author"] = [
                {"type": "schema:Person", "schema:name": shown.plain(author)} for author in document.authors
            ]
        return node

    def _source(self, source: Source) -> _Node:
        node: _Node = {"id": self._iri(source.source_id), "type": list(_TYPES[source.kind])}
        if source.name:
            node["schema:name"] = shown.plain(source.name)
        if source.kind is Kind.PERSON and source.title:
            node["schema:jobTitle"] = shown.plain(source.title)
        if source.kind is Kind.PERSON and source.affiliation:
            node["schema:affiliation"] = {"type": "schema:Organization", "schema:name": shown.plain(source.affiliation)}
        node["credtag:naming"] = source.naming
        node["credtag:reliability"] = source.reliability
        return node

    def _claim(self, claim: Claim) -> _Node:
        found, grade = claim.attribution, claim.grade
        quoted = found.form in _QUOTED
        node: _Node = {
            "id": self._iri(claim.claim_id),
            "type": ["schema:Quotation" if quoted else "schema:Claim", "prov:Entity"],
            "schema:text": shown.content(self.tagged, claim),
            "schema:isPartOf" if quoted else "schema:appearance": {"id": self.article},
            "credtag:form": found.form,
            "credtag:stance": found.stance,
            "credtag:factuality": found.factuality,
            "credtag:polarity": found.polarity,
            "credtag:reliability": grade.reliability,
            "credtag:credibility": grade.credibility,
        }
        if grade.level is not None:
            node["credtag:sourcing"] = grade.level
        if claim.inside in self.shown_ids:
            node["credtag:inside"] = self._ref(claim.inside)
        said_by = claim.chain[-1]
        if said_by.source_id is not None:
            node["schema:creator"] = self._ref(said_by.source_id)
            if quoted and said_by.kind is not Kind.DOCUMENT:
                node["schema:spokenByCharacter"] = node["schema:creator"]
        node |= self._origin(claim, 0)
        last = len(claim.chain) - 1
        if last and said_by.naming is Naming.NAMED and said_by.channel in _FIRST_HAND:
            node["prov:hadPrimarySource"] = self._hop(claim, last)
        return node

    def _link(self, claim: Claim, hop: int) -> _Node:
        """Return what a link said, as the link before it had it."""
        link = claim.chain[hop]
        return self._hop(claim, hop) | {
            "type": "prov:Entity",
            "credtag:role": link.role,
            "credtag:naming": link.naming,
            "credtag:channel": link.channel,
            **self._origin(claim, hop),
        }

    def _origin(self, claim: Claim, hop: int) -> _Node:
        """Say whose words hop *hop* are, and from which they were taken."""
        link = claim.chain[hop]
        node: _Node = {}
        taken = [self._hop(claim, hop + 1)] if hop + 1 < len(claim.chain) else []
        if link.source_id is not None and link.kind is Kind.DOCUMENT:
            node["prov:wasDerivedFrom"] = [self._ref(link.source_id)]  # a document is no agent
        elif link.source_id is not None:
            node["prov:wasAttributedTo"] = self._ref(link.source_id)
        if taken and claim.attribution.form in _QUOTED:
            node["prov:wasQuotedFrom"] = taken
        elif taken:
            node["prov:wasDerivedFrom"] = [*node.get("prov:wasDerivedFrom", []), *taken]
        return node

    def _place(self, body: str, spans: Sequence[Span]) -> _Node:
        """Return the annotation that ties *body* to its words in the article."""
        targets = [
            {"source": self.article, "selector": [self._quote(span), _position(span)], "type": "SpecificResource"}
            for span in spans
        ]
        return {
            "id": f"{body}/place",
            "type": "Annotation",
            "motivation": "identifying",
            "body": body,
            "target": targets,
        }

    def _quote(self, span: Span) -> _Node:
        text = self.document.text
        return {
            "type": "TextQuoteSelector",
            "exact": shown.plain(text[span.start : span.end]),
            "prefix": shown.plain(text[max(span.start - _AROUND, 0) : span.start]),
            "suffix": shown.plain(text[span.end : span.end + _AROUND]),
        }

    def _iri(self, full_id: str) -> str:
        """Return the address of a claim or source: the article's, and what its id has behind the article's."""
        own = full_id[len(self.document.doc_id) :].lstrip("#/")
        return f"{self.article.partition('#')[0]}#{quote(shown.plain(own), safe='-.')}"

    def _ref(self, full_id: str | None) -> _Node:
        return {"id": self._iri(full_id or "")}

    def _hop(self, claim: Claim, hop: int) -> _Node:
        return {"id": f"{self._iri(claim.claim_id)}/{hop}"}


def _position(span: Span) -> _Node:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def _address(document: Document) -> str:
    url = shown.plain(document.url or "").strip()
    try:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.netloc:
            return quote(url, safe=_SAFE)
    except ValueError:
        pass
    return f"urn:credtag:doc:{quote(shown.plain(document.doc_id), safe='')}"
