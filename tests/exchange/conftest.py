import pytest

import credtag
from credtag import Registry, attribution
from credtag.registry import Entry

ARTICLE = """Radio Lumen reported, citing the audit office, that the dam “may fail” in spring. It rained on Monday.

“It holds,” Mayor Ana Ruiz told the Belmar Echo. “Nobody asked us,” she said, “and nobody will.”
A report by the port inspectorate said the pumps leak. The claim could not be verified. Sources said Ruiz knew.
Radio Lumen said the ferry would stop.

Subscribe to our newsletter
"""
LABEL = Entry("Radio Lumen", "reliability", "B", "https://council.example/1", "Press Council", "2031-03-01", "CC0-1.0")
TAGGER = credtag.Tagger(extract=attribution.by_rules, registry=Registry([LABEL]))


@pytest.fixture(scope="session")
def tagged():
    """An article with every sort of link."""
    about = {"publisher": "The Harbour Post", "doc_id": "dam", "url": "https://harbour.example/dam"}
    return TAGGER.tag(ARTICLE, published="2031-05-02", **about)


# Documents that no article is, but that a caller may have: odd text, no publisher, no name.
ODD = [
    TAGGER.tag(""),
    TAGGER.tag("\ud800 said \ud800."),
    TAGGER.tag("“No,” she said. Sources said it rained.", url="", publisher=None, doc_id="\ud800 #/"),
    TAGGER.tag("Radio Lumen said it rained.", published="Monday", headline="Rain \ud800"),
    credtag.TaggedDocument(credtag.tag("x").document, error="article 0: failed"),
]


@pytest.fixture(params=range(len(ODD)))
def odd(request):
    return ODD[request.param]
