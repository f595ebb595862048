"""What surrounds an article changes nothing in it, wherever it stands."""

from functools import cache
from pathlib import Path

import pytest

import credtag
from credtag import attribution, resources
from credtag.document import read, voices
from credtag.labels import ZoneKind

FOLDER = Path(__file__).parents[1] / "articles"
ARTICLES = {path.stem: path for path in (*FOLDER.glob("*.txt"), *resources.path("examples").glob("*.txt"))}
READ = (ZoneKind.HEADLINE, ZoneKind.BODY)

BOXES = {
    "appeal": """A message from The Harbour Post:

Dear readers,

We are a small newsroom. Last month the ministry of justice called our reporters "agents" and police searched our office.

The minister says we spread lies. We report what we find, and Governor Anton Reiss knows it, he told us.

Your support, no matter how small, keeps us going. Please consider a monthly donation starting from just $3.

Remind me later""",
    "newsletter": """Sign up for our morning newsletter

The day's stories from the harbour, sent each morning by our editor Pavel Tresk, who says that he never sleeps.

Enter your email address

By signing up you agree to our terms of service and privacy policy.""",
    "links": """Related stories

Harbour bridge may close in May, mayor warns

Minister denies that the wall will fail

Read more: Three held after fire at the old mill, police say""",
    "credit": "(Reporting by Ana Sorin in Marn and Pavel Tresk in Ostrel; editing by Jana Holm)",
    "photo": "Photo: the ministry said that Reiss took it / Marn Press",
    "buttons": "Share\n\nTweet\n\nEmail\n\n12 comments",
    "cookies": "We use cookies to improve this page, which the ministry said was slow. Accept all cookies",
}


def places(text):
    """Return where a box can stand: before each paragraph of the article, and at the end."""
    article = read(text)
    starts = [block.start for block in article.paragraphs if article.zone_at(block.start) is not ZoneKind.APPEAL]
    return [*starts, len(text)]


def said(tagged, at=0, length=0):
    """Return what each claim of headline and body says, as if *length* characters at *at* were not there."""

    def moved(spans):
        return tuple((start - length * (start >= at), end - length * (end > at)) for start, end in spans)

    return [
        (
            *(moved((s.start, s.end) for s in spans) for spans in (c.attribution.content, c.attribution.cue, c.attribution.source)),
            tuple((link.role, link.name, link.kind, link.naming, link.channel) for link in c.chain),
            (c.grade.level, c.grade.credibility, tuple((r.code, r.effect) for r in c.grade.reasons)),
            (c.attribution.form, c.attribution.stance, c.attribution.factuality, c.attribution.score),
        )
        for c in tagged.claims
        if c.zone in READ
    ]  # fmt: skip


def agrees(extract, text, at, box):
    box = f"{box}\n\n" if at < len(text) else f"\n\n{box}"
    page = tagged(extract, text[:at] + box + text[at:])
    assert said(page, at, len(box)) == said_alone(extract, text)
    return page


def tagged(extract, text):
    return credtag.Tagger(extract=extract).tag(text, publisher="The Harbour Post", doc_id="a")


@cache
def said_alone(extract, text):
    return said(tagged(extract, text))


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_a_box_anywhere_changes_no_claim(name, box):
    text = ARTICLES[name].read_bytes().decode("utf-8")
    for at in places(text):
        agrees(attribution.by_rules, text, at, BOXES[box])


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_all_boxes_at_once_change_no_claim_of_the_network(name):
    text = ARTICLES[name].read_bytes().decode("utf-8")
    at = places(text)[2]
    page = agrees(attribution.by_network, text, at, "\n\n".join(BOXES.values()))
    assert {claim.zone for claim in page.claims} > {ZoneKind.BODY, ZoneKind.APPEAL}
    assert credtag.from_json(credtag.to_json(page)) == page
    assert len(credtag.to_frames(page, zones="all").claims) == len(page.claims)


def test_a_quotation_goes_on_behind_a_box():
    article = read("“We will go.\n\nShare this article\n\n“We will win,” the mayor said.")
    assert [[article.slice(part) for part in q.parts] for q in article.quotations] == [
        ["“We will go.", "“We will win,”"]
    ]


def test_a_page_without_surroundings_is_one_voice():
    article = read("It rained.")
    assert voices(article) == (article,)


def test_a_source_of_article_and_surroundings_is_one():
    text = (
        "Mayor Ana Sorin said the port would close in the last week of May.\n\n"
        "Photo: Ana Sorin said the port was safe.\n\n"
        "She said that it would open again before the summer.\n\n"
        "Photo: Pavel Tresk said the wall was weak."
    )
    tagged = credtag.Tagger(extract=attribution.by_rules).tag(text, doc_id="a")
    assert [source.name for source in tagged.sources] == [None, "Ana Sorin", "Pavel Tresk"]
    assert [source.source_id for source in tagged.sources] == ["a/s0", "a/s1", "a/s2"]
    assert [link.source_id for claim in tagged.claims for link in claim.chain[1:]] == ["a/s1", "a/s1", "a/s1", "a/s2"]
    assert len(tagged.sources[1].mentions) == 3


def test_a_paragraph_with_two_voices_has_a_part_in_each():
    article = read('state-run Photo: ""')
    assert [[voice.slice(p) for p in voice.paragraphs] for voice in voices(article)] == [["state-run"], ['Photo: ""']]
    assert len({claim.claim_id for claim in credtag.tag('state-run Photo: ""').claims}) == 1
