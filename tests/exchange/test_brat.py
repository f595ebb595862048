"""Attributions make the way through brat annotation without loss, and PolNeAR's layout is read."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import credtag
from credtag.labels import Channel, CueType, Factuality, Form, Polarity, Stance
from credtag.records import Attribution, Occasion, Span

TEXT = """“The dam holds,” Mayor Ana Ruiz told
Radio Lumen, “and it will hold.” Officials said she knew.
The pumps had stopped, the paper has learned.
"""


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def written(tmp_path, lines, text=TEXT):
    (tmp_path / "dam.txt").write_bytes(text.encode())
    (tmp_path / "dam.ann").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
    return tmp_path / "dam.ann"


def line(number, kind, *phrases):
    places = ";".join(f"{span(words).start} {span(words).end}" for words in phrases)
    return f"T{number}\t{kind} {places}\t{' '.join(phrases)}"


# In the manner of PolNeAR: the trigger over the cue, a content in two spans, an event without a source.
CORPUS = [
    line(1, "Source", "Mayor Ana Ruiz"),
    line(2, "Cue", "told"),
    line(3, "Content", "“The dam holds,”", "“and it will hold.”"),
    line(4, "Attribution", "told"),
    "E1\tAttribution:T4 Cue:T2 Source:T1 Content:T3",
    line(5, "Content", "The pumps had stopped"),
    line(6, "Content", "paper"),
    line(7, "Cue", "has learned"),
    line(8, "Attribution-no-source", "has learned"),
    "E2\tAttribution-no-source:T8 Content:T5 Cue:T7 Content2:T6",
    line(9, "Discuss", "Officials"),
    "#1\tAnnotatorNotes T9\tIs this one?",
    "*\tEquiv T1 T9",
    "",
    "the rest of a note",
]


def test_the_layout_of_a_corpus_is_read(tmp_path):
    text, (first, second) = credtag.read_brat(written(tmp_path, CORPUS))
    assert text == TEXT
    assert first == Attribution(
        content=(span("“The dam holds,”"), span("“and it will hold.”")),
        cue=(span("told"),),
        source=(span("Mayor Ana Ruiz"),),
    )
    assert second == Attribution(content=(span("The pumps had stopped"), span("paper")), cue=(span("has learned"),))


def test_lines_may_end_in_any_way_come_in_any_order_and_lie_beside_another_text(tmp_path):
    expected = credtag.read_brat(written(tmp_path, CORPUS))
    assert credtag.read_brat(written(tmp_path, [f"{each}\r" for each in CORPUS])) == expected
    (tmp_path / "elsewhere.txt").write_bytes(TEXT.encode())
    (tmp_path / "dam.txt").unlink()
    assert credtag.read_brat(tmp_path / "dam.ann", tmp_path / "elsewhere.txt") == expected
    assert credtag.read_brat(written(tmp_path, CORPUS[5:] + CORPUS[:5]))[1] == expected[1][::-1]


def test_what_is_written_has_the_layout_of_the_corpus(tmp_path):
    text, attributions = credtag.read_brat(written(tmp_path, CORPUS))
    credtag.write_brat(text, attributions, tmp_path / "again.ann")
    assert (tmp_path / "again.txt").read_bytes() == TEXT.encode()
    assert (tmp_path / "again.ann").read_text(encoding="utf-8").split("\n") == [
        line(1, "Source", "Mayor Ana Ruiz"),
        line(2, "Cue", "told"),
        line(3, "Content", "“The dam holds,”", "“and it will hold.”"),
        line(4, "Attribution", "told"),
        "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
        line(5, "Cue", "has learned"),
        line(6, "Content", "The pumps had stopped", "paper"),
        line(7, "Attribution-no-source", "has learned"),
        "E2\tAttribution-no-source:T7 Cue:T5 Content:T6",
        "",
    ]


def test_what_the_corpus_has_no_name_for_is_an_argument_or_an_attribute(tmp_path):
    occasion = Occasion(Channel.INTERVIEW, span("told"), span("Radio Lumen"), (span("the paper"),), (), span("knew"))
    outer = Attribution(
        (span("she knew"),), hedges=(span("will"),), stance=Stance.CLAIMS, occasion=occasion, score=0.25
    )
    inner = Attribution((span("knew"),), form=Form.MIXED, inside=0)
    credtag.write_brat(TEXT, [outer, inner], tmp_path / "dam.ann")
    lines = (tmp_path / "dam.ann").read_text(encoding="utf-8").split("\n")
    assert "E1\tAttribution-no-source:T7 Content:T1 Hedge:T2 Occasion:T3 Interviewer:T4 Reported:T5 Relay:T6" in lines
    assert "E2\tAttribution-no-source:T9 Content:T8 Inside:E1" in lines
    assert {"A1\tStance E1 claims", "A2\tScore E1 0.25", "A3\tChannel E1 interview", "A4\tForm E2 mixed"} <= set(lines)
    assert credtag.read_brat(tmp_path / "dam.ann") == (TEXT, (outer, inner))


def test_the_attributions_of_an_article_make_the_way_and_back(tmp_path):
    tagged = credtag.tag(TEXT, publisher="The Harbour Post")
    attributions = tuple(claim.attribution for claim in tagged.claims)
    assert len(attributions) > 2
    credtag.write_brat(TEXT, attributions, tmp_path / "dam.ann")
    assert credtag.read_brat(tmp_path / "dam.ann") == (TEXT, attributions)


# --------------------------------------------------------------------------- any attributions

LETTERS = st.text(st.one_of(st.characters(), st.sampled_from("“”\n\r\t \ud800\ufeff")), min_size=6, max_size=30)


@st.composite
def annotated(draw):
    text = draw(LETTERS)
    one = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 5)).map(
        lambda pair: Span(pair[0], min(pair[0] + pair[1], len(text)))
    )
    some = st.lists(one, max_size=3).map(tuple)
    found = []
    for n in range(draw(st.integers(0, 3))):
        occasion = Occasion(
            draw(st.sampled_from(Channel)),
            draw(st.none() | one),
            draw(st.none() | one),
            draw(some),
            draw(some),
            draw(st.none() | one),
        )
        found.append(
            Attribution(
                content=(draw(one), *draw(some)),
                cue=draw(some),
                source=draw(some),
                form=draw(st.sampled_from(Form)),
                cue_type=draw(st.sampled_from(CueType)),
                stance=draw(st.sampled_from(Stance)),
                factuality=draw(st.sampled_from(Factuality)),
                polarity=draw(st.sampled_from(Polarity)),
                hedges=draw(some),
                occasion=occasion,
                inside=draw(st.none() | st.integers(0, n - 1)) if n else None,
                score=draw(st.floats(0, 1)),
            )
        )
    return text, tuple(found)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("brat")


@given(annotated())
def test_any_attributions_make_the_way_and_back(folder, pair):
    credtag.write_brat(*pair, folder / "any.ann")
    assert credtag.read_brat(folder / "any.ann") == pair


# --------------------------------------------------------------------------- what does not fit


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["T1\tCue 1"], "line 1: "),
        (["T1\tCue a b\tx"], "line 1: "),
        (["T1\tCue 5 2\tx"], "line 1: a span needs whole numbers with 0 <= start < end"),
        (["", "T1\tCue 0 999\t" + TEXT.replace("\n", " ")], "line 2: .* is this the text that was annotated"),
        (["T1\tCue 0 4\tdams"], "line 1: Cue 0 4 holds '“The', not 'dams': is this the text that was annotated"),
        (["E1\t"], "line 1: "),
        ([*CORPUS[:4], "E1\tAttribution:T4 Content:T99"], "line 5: there is no span T99"),
        ([*CORPUS[:5], "A1\tStance E1 shouts"], "line 6: 'shouts' is not a valid Stance"),
        ([*CORPUS[:5], "A1\tScore E1 high"], "line 6: "),
        ([*CORPUS[:5], "A1\tScore"], "line 6: "),
        ([*CORPUS[:5], "A1\tScore E1 nan"], "line 6: a score lies between 0 and 1, not at nan"),
        ([*CORPUS[:5], CORPUS[2]], "line 6: there is a line T3 before"),
        ([*CORPUS[:4], "E1\tAttribution:T4 Content:T3 Content:T3"], "line 5: an argument is there twice"),
        ([*CORPUS[:4], "E1\tAttribution:T4 Content:T3 Inside:E1"], "line 5: E1 lies inside itself"),
        (
            [
                *CORPUS[:4],
                "E1\tAttribution:T4 Content:T3 Inside:E2",
                "E2\tAttribution:T4 Content:T3 Inside:E3",
                "E3\tAttribution:T4 Content:T3 Inside:E2",
            ],
            "line 6: E2 lies inside itself",
        ),
    ],
)
def test_a_line_that_does_not_fit_is_named(tmp_path, lines, message):
    with pytest.raises(credtag.InputError, match=rf"dam\.ann, {message}"):
        credtag.read_brat(written(tmp_path, lines))


def test_many_lines_over_the_whole_text_take_no_longer_than_they_are(tmp_path):
    text = "dam " * 100_000
    lines = [f"T{n}\tContent 0 {len(text)}\tdam" for n in range(20_000)]
    began = time.process_time()
    credtag.read_brat(written(tmp_path, lines, text))
    assert time.process_time() - began < 5


def test_events_without_a_content_are_left_out_with_a_warning(tmp_path):
    without = "E3\tAttribution:T4 Cue:T2 Source:T1"
    inner = "E4\tAttribution:T4 Content:T5 Inside:E3"
    with pytest.warns(credtag.CredtagWarning, match=r"dam\.ann: 1 events without a content are left out"):
        _, found = credtag.read_brat(written(tmp_path, [*CORPUS[:10], without, inner]))
    assert [each.inside for each in found] == [None, None, None]


def test_files_that_cannot_be_read_or_written_are_named(tmp_path):
    with pytest.raises(credtag.InputError, match=r"cannot read .*none\.txt"):
        credtag.read_brat(tmp_path / "none.ann")
    with pytest.raises(credtag.InputError, match=r"none\.txt: the name of a file of annotations ends in \.ann"):
        credtag.read_brat(tmp_path / "none.txt")
    with pytest.raises(credtag.InputError, match=r"cannot write .*dam\.ann"):
        credtag.write_brat(TEXT, [], tmp_path / "none" / "dam.ann")
    with pytest.raises(credtag.InputError, match=r"\[0, 99\) is outside a text of 4 characters"):
        credtag.write_brat("Dam.", [Attribution((Span(0, 99),))], tmp_path / "dam.ann")
    (tmp_path / "bytes.txt").write_bytes(b"\xff")
    with pytest.raises(credtag.InputError, match=r"cannot read .*bytes\.txt"):
        credtag.read_brat(tmp_path / "bytes.ann")
