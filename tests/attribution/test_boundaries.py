from __future__ import annotations

import pytest

from credtag.attribution.edges.boundaries import drawn, plain
from credtag.attribution.raw import Raw
from credtag.document import read
from credtag.records import Span


def redrawn(text, source, cue, *content):
    """Return source, cue and content as drawn anew from the given words."""

    def span(words):
        return Span(text.index(words), text.index(words) + len(words))

    article = read(text)
    raw = Raw(tuple(map(span, content)), (span(cue),), (span(source),) if source else ())
    found = drawn(article, raw)
    return [" … ".join(map(article.slice, spans)) for spans in (found.source, found.cue, found.content)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        (
            "Karim Said said the road was shut.",
            "Karim",
            "Said said",
            ["the road was shut"],
            ["Karim Said", "said", "the road was shut"],
        ),
        (
            "The party has denied seeking the post.",
            "The party",
            "has denied seeking",
            ["the post"],
            ["The party", "has denied", "seeking the post"],
        ),
        (
            "Holm criticized the road during a campaign stop in Belmar.",
            "Holm",
            "criticized",
            ["the road during a campaign stop in Belmar"],
            ["Holm", "criticized", "the road"],
        ),
        (
            "Kompas attributed the news to a doctor.",
            "Kompas",
            "attributed",
            ["the news to a doctor"],
            ["Kompas", "attributed", "the news"],
        ),
        (
            "Holm rejected that in an email.",
            "Holm",
            "rejected",
            ["that in an email"],
            ["Holm", "rejected", "that"],
        ),
        (
            "Holm criticized what he wrote in an email.",
            "Holm",
            "criticized",
            ["what he wrote in an email"],
            ["Holm", "criticized", "what he wrote in an email"],
        ),
        (
            "She is saying the road is shut.",
            "She",
            "is saying",
            ["the road is shut"],
            ["She", "is saying", "the road is shut"],
        ),
        (
            "The footage, shared on Monday, appeared to show smoke.",
            "",
            "appeared",
            ["The footage", "to show smoke"],
            ["The footage, shared on Monday,", "appeared to show", "smoke"],
        ),
        (
            "Photos from the port seem to show a crater.",
            "",
            "seem",
            ["to show a crater"],
            ["Photos from the port", "seem to show", "a crater"],
        ),
        (
            "Ana Sorin appears to show no remorse.",
            "",
            "appears",
            ["to show no remorse"],
            ["", "appears", "to show no remorse"],
        ),
        (
            "The emails appear to show that the mayor met them.",
            "",
            "appear to show",
            ["The emails", "that the mayor met them"],
            ["The emails", "appear to show", "that the mayor met them"],
        ),
        (
            '"No," Ana Sorin wrote in an email to staff.',
            "Ana Sorin",
            "wrote in an email",
            ['"No,"'],
            ["Ana Sorin", "wrote", '"No,"'],
        ),
        (
            "The army has won, an aide said on condition of anonymity because he feared arrest.",
            "an aide",
            "said on condition of anonymity",
            ["The army has won", "because he feared arrest"],
            ["an aide", "said", "The army has won"],
        ),
        (
            "Two boats sank, the harbour watch, which is run by the army, said on Saturday.",
            "",
            "said",
            ["Two boats sank,"],
            ["the harbour watch, which is run by the army", "said", "Two boats sank,"],
        ),
        (
            "Ana Sorin, opening the pier on Monday, said it was safe.",
            "Ana Sorin, opening the pier on Monday,",
            "said",
            ["it was safe"],
            ["Ana Sorin", "said", "it was safe"],
        ),
        (
            "Three ports, including Belmar, said it was safe.",
            "Three ports, including Belmar,",
            "said",
            ["it was safe"],
            ["Three ports, including Belmar,", "said", "it was safe"],
        ),
        (
            "A clerk told Kompas, a paper that has closed since, that the boat was safe.",
            "A clerk",
            "told",
            ["that has closed since", "that the boat was safe"],
            ["A clerk", "told", "that the boat was safe"],
        ),
        (
            "He told the younger members of the crew that the boat was safe.",
            "He",
            "told",
            ["the younger members of the crew that the boat was safe"],
            ["He", "told", "that the boat was safe"],
        ),
        (
            "The firm was accused by two clerks of dumping waste.",
            "two clerks of dumping waste",
            "was accused by",
            ["The firm"],
            ["two clerks", "was accused by", "The firm … of dumping waste"],
        ),
        (
            "Police are investigating claims that votes were bought.",
            "Police",
            "are investigating claims",
            ["that votes were bought"],
            ["", "claims", "that votes were bought"],
        ),
        (
            "Kompas claimed, without evidence, that the convoy was armed.",
            "Kompas",
            "claimed",
            ["without evidence", "that the convoy was armed"],
            ["Kompas", "claimed", "that the convoy was armed"],
        ),
        (
            "Kompas claimed without evidence that the convoy was armed.",
            "Kompas",
            "claimed without evidence",
            ["that the convoy was armed"],
            ["Kompas", "claimed", "that the convoy was armed"],
        ),
        (
            "The convoy was armed, Kompas said, without offering any proof.",
            "Kompas",
            "said",
            ["The convoy was armed", "without offering any proof"],
            ["Kompas", "said", "The convoy was armed"],
        ),
        (
            "Kompas said the convoy was armed, citing three officials.",
            "Kompas",
            "said",
            ["the convoy was armed, citing three officials"],
            ["Kompas", "said", "the convoy was armed"],
        ),
        (
            "Kompas said the convoy had turned back, citing poor roads.",
            "Kompas",
            "said",
            ["the convoy had turned back, citing poor roads"],
            ["Kompas", "said", "the convoy had turned back, citing poor roads"],
        ),
        (
            "According to Kompas, which cited two dockers, the convoy had turned back.",
            "Kompas",
            "According to",
            ["two dockers, the convoy had turned back"],
            ["Kompas", "According to", "the convoy had turned back"],
        ),
        (
            "According to Kompas, which cited poor roads, fear and snow, the convoy had turned back.",
            "Kompas",
            "According to",
            ["poor roads, fear and snow, the convoy had turned back"],
            ["Kompas", "According to", "poor roads, fear and snow, the convoy had turned back"],
        ),
        (
            "The pier leaks, said Kompas, accused by the mayor of ties to the army.",
            "Kompas",
            "said",
            ["The pier leaks", "accused by the mayor of ties to the army"],
            ["Kompas", "said", "The pier leaks"],
        ),
        (
            "The pier closed in May. It will reopen, Kompas said.",
            "Kompas",
            "said",
            ["The pier closed", "It will reopen"],
            ["Kompas", "said", "It will reopen"],
        ),
        (
            '"The pier is shut. It will reopen," Kompas said.',
            "Kompas",
            "said",
            ['"The pier is shut. It will reopen,"'],
            ["Kompas", "said", '"The pier is shut. It will reopen,"'],
        ),
        (
            "The mayor confirmed the plan to Radio Lumen.",
            "The mayor",
            "confirmed",
            ["the plan to Radio Lumen"],
            ["The mayor", "confirmed", "the plan"],
        ),
        (
            "The mayor confirmed the road to Lumen.",
            "The mayor",
            "confirmed",
            ["the road to Lumen"],
            ["The mayor", "confirmed", "the road to Lumen"],
        ),
        (
            "Asked by the barrister, Simon Vane, Dr. Lum agreed that he could not say.",
            "Simon Vane, Dr. Lum",
            "agreed",
            ["that he could not say"],
            ["Dr. Lum", "agreed", "that he could not say"],
        ),
        (
            "The firm has pleaded not guilty to breaking the law.",
            "The firm",
            "has pleaded",
            ["not guilty to breaking the law"],
            ["The firm", "has pleaded not guilty to", "breaking the law"],
        ),
        (
            "A survey carried out last week by Datum suggested that most clerks would leave.",
            "A survey",
            "suggested",
            ["that most clerks would leave"],
            ["A survey carried out last week by Datum", "suggested", "that most clerks would leave"],
        ),
        (
            "The mayor, shown the survey, suggested that most clerks would leave.",
            "The mayor",
            "suggested",
            ["that most clerks would leave"],
            ["The mayor", "suggested", "that most clerks would leave"],
        ),
        (
            "Kompas cited two people familiar with the plan as saying that the convoy had turned back.",
            "Kompas",
            "cited",
            ["two people familiar with the plan as saying that the convoy had turned back"],
            ["Kompas", "cited", "the convoy had turned back"],
        ),
        (
            "Mrs. Sorin is under fire since Kompas reported that she had left the port.",
            "Kompas",
            "reported",
            ["Mrs. Sorin is under fire", "that she had left the port"],
            ["Kompas", "reported", "that she had left the port"],
        ),
        (
            "Two boats sank, Mrs. Sorin said. The harbour lights went out at nine.",
            "Mrs. Sorin",
            "said",
            ["Two boats sank", "The harbour lights went out at nine"],
            ["Mrs. Sorin", "said", "Two boats sank"],
        ),
        (
            "“Two boats sank,” Mrs. Sorin said. “The harbour lights went out at nine.”",
            "Mrs. Sorin",
            "said",
            ["“Two boats sank,”", "“The harbour lights went out at nine.”"],
            ["Mrs. Sorin", "said", "“Two boats sank,” … “The harbour lights went out at nine.”"],
        ),
        (
            "Two boats sank, said Deepwatch, a group that may be run by the fishing firms.",
            None,
            "said",
            ["Two boats sank", "Deepwatch, a group that may be run by the fishing firms"],
            ["Deepwatch, a group that may be run by the fishing firms", "said", "Two boats sank"],
        ),
        (
            "Two boats sank, said the Deepwatch channel, reportedly run by fishermen.",
            None,
            "said",
            ["Two boats sank"],
            ["the Deepwatch channel", "said", "Two boats sank"],
        ),
        (
            "Two boats sank, said those who were there.",
            None,
            "said",
            ["Two boats sank"],
            ["", "said", "Two boats sank"],
        ),
        (
            "Ana Sorin's claim that the road was shut was wrong.",
            "Ana Sorin",
            "'s claim",
            ["that the road was shut"],
            ["Ana Sorin's", "claim", "that the road was shut"],
        ),
        (
            "He's denied the claim that the road was shut.",
            "He",
            "'s denied the claim",
            ["that the road was shut"],
            ["He", "'s denied the claim", "that the road was shut"],
        ),
        (
            "They searched a warehouse the ministry said had held arms.",
            None,
            "said",
            ["a warehouse the ministry", "had held arms"],
            ["the ministry", "said", "a warehouse … had held arms"],
        ),
        (
            "The ferry, the ministry said, was old.",
            None,
            "said",
            ["The ferry, the ministry", "was old"],
            ["", "said", "The ferry, the ministry … was old"],
        ),
        (
            "Veshnia warned the islands to hold no vote that would split the council.",
            "Veshnia",
            "warned",
            ["that would split the council"],
            ["Veshnia", "warned", "the islands to hold no vote that would split the council"],
        ),
        (
            "Ana Sorin told the council that would be a mistake.",
            "Ana Sorin",
            "told",
            ["that would be a mistake"],
            ["Ana Sorin", "told", "that would be a mistake"],
        ),
        (
            "She said the road was shut. The bridge was open, a clerk added.",
            "She",
            "said",
            ["the road was shut. The bridge was open"],
            ["She", "said", "the road was shut."],
        ),
        (
            "She said: “The road is shut. The bridge is open.”",
            "She",
            "said",
            ["“The road is shut. The bridge is open.”"],
            ["She", "said", "“The road is shut. The bridge is open.”"],
        ),
        (
            "The court ruled that the pier must close, a decision that stunned Belmar.",
            "The court",
            "ruled",
            ["that the pier must close, a decision that stunned Belmar"],
            ["The court", "ruled", "that the pier must close"],
        ),
        (
            "The court called it a bridge too far, a bridge that stunned Belmar.",
            "The court",
            "called",
            ["it a bridge too far, a bridge that stunned Belmar"],
            ["The court", "called", "it a bridge too far, a bridge that stunned Belmar"],
        ),
        (
            "According to a memo, parts of which were burnt, the road was shut.",
            "a memo",
            "According to",
            ["parts of which were burnt, the road was shut"],
            ["a memo", "According to", "the road was shut"],
        ),
        (
            "According to a memo, parts of the road were shut, with no end in sight.",
            "a memo",
            "According to",
            ["parts of the road were shut, with no end in sight"],
            ["a memo", "According to", "parts of the road were shut, with no end in sight"],
        ),
        (
            "The firm, which said that it had paid, is bankrupt.",
            "which",
            "said",
            ["that it had paid, is bankrupt"],
            ["which", "said", "that it had paid"],
        ),
        (
            "The firm said that the toll, it seems, has been paid.",
            "The firm",
            "said",
            ["that the toll, it seems, has been paid"],
            ["The firm", "said", "that the toll, it seems, has been paid"],
        ),
        (
            "The tenants were told to leave.",
            None,
            "were told",
            ["The tenants", "to leave"],
            ["", "were told", "to leave"],
        ),
        (
            "The ferry was said to leak.",
            None,
            "was said",
            ["The ferry", "to leak"],
            ["", "was said", "The ferry … to leak"],
        ),
    ],
)
def test_boundaries(text, source, cue, content, expected):
    assert redrawn(text, source, cue, *content) == expected


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        ("Two boats sank, the mayor, Ana Sorin, wrote on Telegram.", "Two boats sank", "wrote", True),
        ("Two boats sank and the mayor, Ana Sorin, wrote it down.", "Two boats sank and", "wrote", False),
        ("On Monday two boats sank, the mayor, Ana Sorin, wrote.", "two boats sank", "wrote", False),
        ("Two boats sank, the mayor, Ana Sorin, thought.", "Two boats sank", "thought", False),
        ("Two boats sank, said the mayor, Ana Sorin.", "Two boats sank", "said", True),
    ],
)
def test_plain_sentences(text, content, cue, expected):
    def span(words):
        return Span(text.index(words), text.index(words) + len(words))

    raw = Raw((span(content),), (span(cue),), (span("the mayor, Ana Sorin"),))
    assert plain(read(text), raw) is expected
