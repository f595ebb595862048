from __future__ import annotations

import re

import pytest

from credtag.attribution.labelling import describe
from credtag.attribution.raw import Raw
from credtag.attribution.syntax import grammar
from credtag.document import read
from credtag.records import Span
from credtag.resources import table


def labelled(text, source, cue, *content):
    """Return kind of cue, stance and factuality of an attribution with the given words."""

    def span(words):
        return Span(text.index(words), text.index(words) + len(words))

    raw = Raw(tuple(map(span, content)), (span(cue),), (span(source),) if source else ())
    found = describe.label(grammar.read(read(text)), raw)
    return " ".join((found.cue_type.value, found.stance.value, found.factuality.value))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        (
            "They could not resist saying it fell.",
            "They",
            "could not resist saying",
            ["it fell"],
            "statement states certain",
        ),
        ("They did not say it fell.", "They", "did not say", ["it fell"], "statement uncommitted unspecified"),
        ("Not all analysts expect a fight.", "all analysts", "expect", ["a fight"], "belief uncommitted unspecified"),
        ("Holm wanted to know who fell.", "Holm", "wanted", ["to know who fell"], "question asks unspecified"),
        ("Holm was asked how it fell.", "", "was asked", ["Holm", "how it fell"], "question asks unspecified"),
        (
            "Holm warned the city planned to sell.",
            "Holm",
            "warned",
            ["the city planned to sell"],
            "statement predicts certain",
        ),
        ("Holm warned the city had sold.", "Holm", "warned", ["the city had sold"], "statement states certain"),
        (
            "Holm expressed deep concern that it fell.",
            "Holm",
            "expressed deep concern",
            ["it fell"],
            "emotion states possible",
        ),
        (
            "Holm expressed deep concern about it.",
            "Holm",
            "expressed deep concern about",
            ["it"],
            "emotion states certain",
        ),
        (
            "Holm signaled a readiness to sell.",
            "Holm",
            "signaled",
            ["a readiness to sell"],
            "intention wants unspecified",
        ),
        ('Holm advised Marn to "sell it."', "Holm", "advised", ['Marn to "sell it."'], "intention wants unspecified"),
        ("A judge's decision that it fell stands.", "A judge's", "decision", ["it fell"], "statement states certain"),
        ("Holm's decision to sell stands.", "Holm's", "decision", ["to sell"], "intention wants unspecified"),
        ("Holm is understood to be ill.", "", "is understood", ["Holm", "to be ill"], "belief states probable"),
        ("Holm has understood that it fell.", "Holm", "has understood", ["it fell"], "knowledge states certain"),
        (
            "Holm ruled Friday against the plan.",
            "Holm",
            "ruled Friday against",
            ["the plan"],
            "statement denies certain",
        ),
        ("Rumours that it fell spread.", "", "Rumours", ["that it fell"], "statement states unspecified"),
        ("Poll: Holm is ahead\n\nIt rained on Monday.", "Poll", ":", ["Holm is ahead"], "citation states certain"),
        (
            "Holm said it was shut and Marn could sue.",
            "Holm",
            "said",
            ["it was shut and Marn could sue"],
            "statement states certain",
        ),
        (
            "Holm said that she believes it fell.",
            "Holm",
            "said",
            ["that she believes it fell"],
            "statement states probable",
        ),
        ("Holm laid out what she planned.", "Holm", "laid out", ["what she planned"], "statement states certain"),
        (
            "They bickered over whether it fell.",
            "They",
            "bickered over",
            ["whether it fell"],
            "question uncommitted unspecified",
        ),
        ('"Who fell?" Holm questioned.', "Holm", "questioned", ['"Who fell?"'], "question asks unspecified"),
        (
            "Holm said a drug that has long been sold to many of the old may help.",
            "Holm",
            "said",
            ["a drug that has long been sold to many of the old may help"],
            "statement states possible",
        ),
        ("Holm is considering a sale.", "Holm", "is considering", ["a sale"], "intention uncommitted unspecified"),
        ("Holm considered it a trap.", "Holm", "considered", ["it a trap"], "belief states probable"),
        ("Holm asked Marn about the sale.", "Holm", "asked", ["about the sale"], "question asks unspecified"),
        ("Asked for her view, Holm left.", "", "Asked for", ["her view"], "question asks unspecified"),
        ("Holm asked for a lawyer.", "Holm", "asked for", ["a lawyer"], "intention wants unspecified"),
        (
            "Holm went on to ask whether it fell.",
            "Holm",
            "went on to ask",
            ["whether it fell"],
            "question asks unspecified",
        ),
        (
            "Holm went on to ask Marn to sell.",
            "Holm",
            "went on to ask",
            ["Marn to sell"],
            "intention wants unspecified",
        ),
        ('Holm dismissed it as "a trap."', "Holm", "dismissed", ['it as "a trap."'], "statement states certain"),
        ("Holm dismissed the report.", "Holm", "dismissed", ["the report"], "statement denies certain"),
        ("Holm is determined to sell.", "Holm", "is determined", ["to sell"], "intention wants unspecified"),
        ("Holm determined that it fell.", "Holm", "determined", ["that it fell"], "knowledge states certain"),
        (
            "Holm expressed deep misgivings about it.",
            "Holm",
            "expressed",
            ["deep misgivings about it"],
            "emotion states certain",
        ),
        ("Allegations of fraud hurt Holm.", "", "Allegations of", ["fraud"], "statement claims unspecified"),
        ("Holm said she could not find it.", "Holm", "said", ["she could not find it"], "statement states certain"),
        (
            "Holm said she could find no trace of it.",
            "Holm",
            "said",
            ["she could find no trace of it"],
            "statement states certain",
        ),
        ("Holm said she could find it.", "Holm", "said", ["she could find it"], "statement states possible"),
        (
            "Holm said Marn took a boat that may sink.",
            "Holm",
            "said",
            ["Marn took a boat that may sink"],
            "statement states certain",
        ),
        ("Holm fears it will fall.", "Holm", "fears", ["it will fall"], "emotion predicts possible"),
        ("Holm suggested selling it.", "Holm", "suggested", ["selling it"], "intention wants unspecified"),
        ('"Get it done," Holm said.', "Holm", "said", ['"Get it done,"'], "statement wants unspecified"),
        ('"Please wait," Holm said.', "Holm", "said", ['"Please wait,"'], "statement wants unspecified"),
        (
            '"Get over it is a song," Holm said.',
            "Holm",
            "said",
            ['"Get over it is a song,"'],
            "statement states certain",
        ),
        ("\"Marn said 'Who fell?'\" Holm said.", "Marn", "said", ["'Who fell?'"], "statement asks unspecified"),
        ("Holm said that Mrs. Marn may sell.", "Holm", "said", ["Mrs. Marn may sell"], "statement states possible"),
        ("Holm hopes to win.", "Holm", "hopes", ["to win"], "emotion wants unspecified"),
        ("It matters whether or not Holm wants to sell.", "Holm", "wants", ["to sell"], "intention wants unspecified"),
    ],
)
def test_a_cue_means_what_it_governs(text, source, cue, content, expected):
    assert labelled(text, source, cue, *content) == expected


@pytest.mark.parametrize("row", table("lexicon/attitudes.tsv"), ids=lambda row: row["word"])
def test_each_attitude_fires_on_its_example(row):
    source = r"(?P<source>Ana Sorin|The clerks|Ana Sorin's|the engineers')"
    cue = r"(?P<cue>(?:(?:was|had|sent) |an? ){0,2}\S+(?: (?:about|at|by|for|in|of|on|over|with))?)"
    found = re.search(rf"{source},? {cue} (?P<content>(?:the|to|that|whether) .+)\.", row["example"])
    assert found is not None
    assert row["word"] in found["cue"].split()
    kind, stance, _ = labelled(row["example"], found["source"], found["cue"], found["content"]).split()
    assert (kind, stance) == (row["cue_type"], row["stance"])
