from __future__ import annotations

from credtag.attribution.edges import announced
from credtag.attribution.raw import Raw
from credtag.document import read
from credtag.records import Span


def raws(text, *triples):
    """Make attributions of (source, cue, *content) from words of a text, each sought behind the one before."""

    def span(words):
        return Span(text.index(words), text.index(words) + len(words))

    return [Raw(tuple(map(span, content)), (span(cue),), (span(source),)) for source, cue, *content in triples]


def shown(text, found):
    article = read(text)
    return [[" … ".join(map(article.slice, spans)) for spans in (raw.source, raw.cue, raw.content)] for raw in found]


def test_a_quotation_goes_on_behind_a_participle():
    text = '"It is old," said Ana Sorin, referring to the pier, "but it is safe."'
    found = raws(
        text, ("Ana Sorin", "said", '"It is old,"'), ("Ana Sorin", "referring to", 'the pier, "but it is safe."')
    )
    assert shown(text, announced.resumed(read(text), found)) == [
        ["Ana Sorin", "said", '"It is old," … "but it is safe."'],
        ["Ana Sorin", "referring to", "the pier"],
    ]


def test_a_quotation_right_behind_a_participle_is_its_own():
    text = '"It is old," said Ana Sorin, adding later, "but it is safe."'
    found = raws(text, ("Ana Sorin", "said", '"It is old,"'), ("Ana Sorin", "adding later", '"but it is safe."'))
    assert announced.resumed(read(text), found) == found


def test_a_quotation_is_given_to_the_verb_right_before_it():
    text = (
        'Kompas cited the mayor on Monday.\n\nHe said:\n\n"The pier is as safe as ever."\n\n'
        "It took a while until the editors of the paper had looked at the whole of it. Kompas pointed out that it is shut."
    )
    quoted = '"The pier is as safe as ever."'
    found = raws(text, ("Kompas pointed"[:6], "pointed out", quoted, "that it is shut"))
    assert shown(text, announced.find(read(text), found)) == [
        ["He", "said", quoted],
        ["Kompas", "pointed out", "that it is shut"],
    ]


def test_a_quotation_near_its_cue_is_left_alone():
    text = '"The pier is as safe as ever." Ana Sorin said.'
    found = raws(text, ("Ana Sorin", "said", '"The pier is as safe as ever."'))
    assert announced.find(read(text), found) == found


def test_titles_are_not_given_to_anyone():
    text = 'Ana Sorin said on "The Long and the Short of It." It rained.'
    assert announced.find(read(text), []) == []
