"""Linked data: only terms that the vocabularies have, chains that can be followed, places that can be found again."""

import json
import warnings
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.namespace import PROV, RDF, SDO, XSD

import credtag
from credtag import attribution

CONTEXT = json.loads((Path(__file__).parent / "contexts" / "anno.jsonld").read_text(encoding="utf-8"))["@context"]
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
TERMS_OF_OA = {
    (term if isinstance(term, str) else term["@id"]).removeprefix("oa:")
    for term in CONTEXT.values()
    if "oa:" in str(term)
}
CREDTAG = rdflib.Namespace("urn:credtag:")
ARTICLE = """Radio Lumen reported, citing the audit office, that the dam “may fail” in spring. It rained on Monday.

“It holds,” Mayor Ana Ruiz of the Harbour Party told the Belmar Echo. “Nobody asked us,” she said, “and nobody will.”
The engineer Teo Brandt testified in court that he had seen the cracks. Officials said Ruiz knew.
"""
URL = "https://harbour.example/2031/the dam?id=7#top"
TAGGED = credtag.tag(
    ARTICLE,
    publisher="The Harbour Post",
    doc_id="dam",
    url=URL,
    published="2031-05-02",
    authors=["Ida Roth"],
    headline="Dam",
)


def graph_of(tagged):
    document = json.loads(credtag.to_jsonld(tagged))
    assert document["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    document["@context"][0] = CONTEXT  # nothing is fetched
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own parser uses what rdflib deprecates
        return rdflib.Graph().parse(data=json.dumps(document), format="json-ld")


GRAPH = graph_of(TAGGED)
CLAIMS = {*GRAPH.subjects(RDF.type, SDO.Claim), *GRAPH.subjects(RDF.type, SDO.Quotation)}


def known(term):
    if term in CREDTAG:
        return True
    if term in OA:
        return term.removeprefix(str(OA)) in TERMS_OF_OA
    return term in SDO or term in PROV or term == RDF.type


def test_every_term_is_one_of_its_vocabulary():
    terms = {*GRAPH.predicates(), *GRAPH.objects(None, RDF.type), *GRAPH.objects(None, OA.motivatedBy)}
    assert [term for term in terms if not known(term)] == []
    assert {str(term).partition("#")[0] for term in terms if term in OA or term in PROV} == {
        "http://www.w3.org/ns/oa",
        "http://www.w3.org/ns/prov",
    }


def test_nothing_is_a_verdict():
    text = credtag.to_jsonld(TAGGED).lower()
    assert not [word for word in ("review", "rating", "true", "false", "verdict") if word in text]


def test_there_is_a_claim_for_each_row_of_the_frame():
    claims = TAGGED.frames().claims
    texts = {str(GRAPH.value(claim, SDO.text)) for claim in CLAIMS}
    assert len(CLAIMS) == len(claims)
    assert texts == set(claims["content"])
    quoted = {str(GRAPH.value(claim, SDO.text)) for claim in GRAPH.subjects(RDF.type, SDO.Quotation)}
    assert quoted == set(claims[claims["form"].isin(["direct", "mixed"])]["content"])
    levels = {str(GRAPH.value(c, SDO.text)): str(GRAPH.value(c, CREDTAG.sourcing) or "") for c in CLAIMS}
    assert levels == dict(zip(claims["content"], claims["confidence"].astype(object).fillna(""), strict=True))


def followed(claim):
    """Follow what a claim was taken from to its origin, and return whose words each step was."""
    steps, names = [claim], []
    while steps:
        (step,) = steps
        agent = GRAPH.value(step, PROV.wasAttributedTo)
        works = [o for o in GRAPH.objects(step, PROV.wasDerivedFrom) if (o, RDF.type, SDO.CreativeWork) in GRAPH]
        names.append(str(GRAPH.value(agent or works[0], SDO.name)) if agent or works else None)
        taken = {*GRAPH.objects(step, PROV.wasQuotedFrom), *GRAPH.objects(step, PROV.wasDerivedFrom)}
        steps = sorted(taken - set(works))
    return names


def test_the_chain_of_every_claim_can_be_followed_from_the_publisher_to_the_origin():
    of_text = {str(GRAPH.value(claim, SDO.text)): claim for claim in CLAIMS}
    for claim in TAGGED.claims:
        text = " … ".join(TAGGED.document.slice(span) for span in claim.attribution.content)
        assert followed(of_text[text]) == [link.name for link in claim.chain]


def test_only_a_quotation_was_quoted():
    assert set(GRAPH.subjects(PROV.wasQuotedFrom)) & CLAIMS == set(GRAPH.subjects(RDF.type, SDO.Quotation))


def test_a_primary_source_is_one_that_was_there_or_is_the_record():
    text = (
        "Teo Brandt testified in court that he had seen the cracks. Ana Ruiz said he knew. Radio Lumen said it rained."
    )
    graph = graph_of(credtag.tag(text, publisher="The Harbour Post"))
    claims = list(graph.subjects(PROV.hadPrimarySource))
    assert [str(graph.value(graph.value(c, SDO.creator), SDO.name)) for c in claims] == ["Teo Brandt"]
    hop = graph.value(claims[0], PROV.hadPrimarySource)
    assert str(graph.value(hop, CREDTAG.channel)) == "testimony"


def test_every_place_is_found_by_its_position_and_by_its_words():
    selectors = list(GRAPH.subjects(RDF.type, OA.SpecificResource))
    assert len(selectors) >= len(CLAIMS)
    for target in selectors:
        assert (GRAPH.value(target, OA.hasSource), RDF.type, SDO.NewsArticle) in GRAPH
        one, other = GRAPH.objects(target, OA.hasSelector)
        position, words = (one, other) if (one, RDF.type, OA.TextPositionSelector) in GRAPH else (other, one)
        start, end = (GRAPH.value(position, edge) for edge in (OA.start, OA.end))
        assert start.datatype == XSD.nonNegativeInteger
        exact, prefix, suffix = (str(GRAPH.value(words, part)) for part in (OA.exact, OA.prefix, OA.suffix))
        assert ARTICLE[int(start) : int(end)] == exact
        assert prefix + exact + suffix in ARTICLE
    bodies = set(GRAPH.objects(None, OA.hasBody))
    assert bodies >= CLAIMS


def test_the_article_and_its_sources_are_named():
    (article,) = GRAPH.subjects(RDF.type, SDO.NewsArticle)
    assert str(article) == "https://harbour.example/2031/the%20dam?id=7#top"
    assert str(GRAPH.value(GRAPH.value(article, SDO.publisher), SDO.name)) == "The Harbour Post"
    assert str(GRAPH.value(article, SDO.datePublished)) == "2031-05-02"
    assert str(GRAPH.value(article, SDO.headline)) == "Dam"
    assert str(GRAPH.value(GRAPH.value(article, SDO.author), SDO.name)) == "Ida Roth"
    ruiz = GRAPH.value(None, SDO.name, rdflib.Literal("Ana Ruiz"))
    assert (ruiz, RDF.type, SDO.Person) in GRAPH
    assert str(GRAPH.value(ruiz, SDO.jobTitle)) == "Mayor"


@pytest.mark.parametrize("url", [None, "", "harbour.example/dam", "ftp://a/b", "https://[x", "javascript:alert(1)"])
def test_an_article_without_an_address_has_a_name_of_its_own(url):
    graph = graph_of(credtag.tag("It rained.", doc_id="a b#c/ü", url=url))
    assert str(next(graph.subjects(RDF.type, SDO.NewsArticle))) == "urn:credtag:doc:a%20b%23c%2F%C3%BC"


def test_claims_of_page_furniture_are_left_out():
    text = "The dam may fail, Ana Ruiz said.\n\nSubscribe to our newsletter\n\nPhoto: Ida Roth / Lumen"
    tagged = credtag.tag(text)
    graph = graph_of(tagged)
    shown = {*graph.subjects(RDF.type, SDO.Claim), *graph.subjects(RDF.type, SDO.Quotation)}
    assert len(shown) == len(tagged.frames().claims)


WORD = ["“", "”", "Ana Ruiz", "said", "told", "Radio Lumen", ",", ".", "it rained", "\ud800", "\n\n", "citing a report"]
WORDS = st.lists(st.sampled_from(WORD), max_size=25)


@settings(max_examples=25)
@given(
    WORDS,
    st.text(min_size=1, max_size=5),
    st.none() | st.text(max_size=8).map(lambda t: f"https://harbour.example/{t}"),
)
def test_any_article_gives_linked_data(words, doc_id, url):
    tagged = credtag.Tagger(extract=attribution.by_rules).tag(" ".join(words), publisher="P", doc_id=doc_id, url=url)
    graph = graph_of(tagged)
    claims = {*graph.subjects(RDF.type, SDO.Claim), *graph.subjects(RDF.type, SDO.Quotation)}
    assert len(claims) == len(tagged.frames().claims)
    assert all(str(node).isascii() for node in graph.subjects() if isinstance(node, rdflib.URIRef))


def test_what_is_no_tagged_document_is_named():
    with pytest.raises(credtag.InputError, match=r"to_jsonld takes the result of credtag\.tag, not str"):
        credtag.to_jsonld(ARTICLE)
