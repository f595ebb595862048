from pathlib import Path
from time import perf_counter

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from credtag import attribution, document
from credtag.attribution import silence
from credtag.labels import CueType, Factuality, Form, Polarity, Stance
from credtag.records import Attribution, Document, Span

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "attribution.yaml").read_text(encoding="utf-8"))


def shown(article: Document, found: Attribution) -> str:
    parts = (found.source, found.cue, found.content)
    return " | ".join(" … ".join(article.slice(span) for span in spans) or "-" for spans in parts)


def only(text: str) -> Attribution:
    (found,) = attribution.find(document.read(text), attribution.by_rules)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_cases(case: dict[str, list[str]]) -> None:
    article = document.read(str(case["text"]))
    assert [shown(article, found) for found in attribution.find(article, attribution.by_rules)] == case["found"]


@pytest.mark.parametrize(
    ("text", "cue_type", "stance", "factuality", "polarity"),
    [
        ("Sorin said the bridge was safe.", "statement", "states", "certain", "positive"),
        ("Sorin claimed the bridge was not safe.", "statement", "claims", "certain", "negative"),
        ("Sorin denied that the bridge was safe.", "statement", "denies", "certain", "positive"),
        ("The bridge could close, Sorin said.", "statement", "states", "possible", "positive"),
        ("The bridge will probably close, Sorin said.", "statement", "predicts", "probable", "positive"),
        ("Sorin believes the bridge is safe.", "belief", "states", "probable", "positive"),
        ("Sorin fears the bridge will fall.", "emotion", "predicts", "possible", "positive"),
        ("Sorin did not say whether the bridge was safe.", "statement", "uncommitted", "unspecified", "positive"),
        ("Sorin asked whether the bridge was safe.", "question", "asks", "unspecified", "positive"),
        ("Sorin urged drivers to wait.", "intention", "wants", "unspecified", "positive"),
        ("Sorin told drivers to wait.", "intention", "wants", "unspecified", "positive"),
        ("A judge sent the driver to six months of work, Sorin said.", "statement", "states", "certain", "positive"),
        ("Sorin warned that trains to Belmar had stopped.", "statement", "states", "certain", "positive"),
        ("Sorin warned that trains to Belmar would stop.", "statement", "predicts", "certain", "positive"),
        ("A court ruled that the bridge was safe.", "statement", "states", "certain", "positive"),
        ("The council rejected a request to close the bridge.", "intention", "denies", "unspecified", "positive"),
        ("The council rejected the report.", "statement", "denies", "certain", "positive"),
        ("Sorin suggested that the bridge be closed.", "intention", "wants", "unspecified", "positive"),
        ("Sorin insisted that the council pay for the bridge.", "intention", "wants", "unspecified", "positive"),
        ("Sorin insisted that clerks pay for the bridge.", "statement", "claims", "certain", "positive"),
        ("Sorin doubted that the bridge was safe.", "belief", "denies", "probable", "positive"),
        ("Sorin did not doubt that the bridge was safe.", "belief", "states", "probable", "positive"),
        ("Sorin reckoned that the bridge was safe.", "belief", "states", "probable", "positive"),
        ("Sorin reckoned that the bridge would fall.", "belief", "predicts", "probable", "positive"),
        ("Sorin believed that the bridge would have fallen.", "belief", "states", "probable", "positive"),
        ("Experts said the bridge would fall.", "statement", "predicts", "certain", "positive"),
        ('"I think the bridge will fall," Sorin said.', "statement", "predicts", "probable", "positive"),
        ('"I think you will like the bridge," Sorin said.', "statement", "states", "probable", "positive"),
        ("Experts said they would look at the bridge.", "statement", "states", "certain", "positive"),
        ("Sorin said the bridge would fall.", "statement", "predicts", "certain", "positive"),
        ("Sorin said the bridge was likely to fall.", "statement", "predicts", "probable", "positive"),
        ("“It is only a bridge,” Sorin warned.", "statement", "states", "certain", "positive"),
        ("“Don't cross the bridge,” Sorin said.", "statement", "wants", "unspecified", "negative"),
        ("“Let's close the bridge,” Sorin said.", "statement", "wants", "unspecified", "positive"),
        ("“Let's be honest, it is old,” Sorin said.", "statement", "states", "certain", "positive"),
        ("“It is all a show, no?” Sorin said.", "statement", "states", "certain", "positive"),
        ("Sorin suggested that the bridge was closed.", "statement", "states", "probable", "positive"),
        ('"Were the bridge to close, it would cost us," said Sorin.', "statement", "predicts", "possible", "positive"),
        ("Sorin said she would leave if the bridge closed.", "statement", "states", "possible", "positive"),
        ("Sorin said he finally believes the bridge is safe.", "statement", "states", "probable", "positive"),
        ("Sorin refused to wait.", "intention", "denies", "unspecified", "positive"),
        ("The survey showed that the bridge was safe.", "knowledge", "states", "certain", "positive"),
        ("The bridge was safe, according to Sorin.", "citation", "states", "certain", "positive"),
        ("Sorin said nobody was hurt.", "statement", "states", "certain", "negative"),
        ("No official confirmed that the bridge was safe.", "statement", "uncommitted", "unspecified", "positive"),
        ("Neither of the mayors said the bridge was safe.", "statement", "uncommitted", "unspecified", "positive"),
        ("Sorin suggested that the bridge was safe.", "statement", "states", "probable", "positive"),
        ("Sorin concluded that the bridge was safe.", "knowledge", "states", "certain", "positive"),
        ("Sorin pleaded not guilty to the charge.", "statement", "denies", "certain", "positive"),
        ("Sorin opposed the plan.", "intention", "denies", "unspecified", "positive"),
        ("Sorin decided against the plan.", "intention", "denies", "unspecified", "positive"),
        ("Sorin supports the plan.", "intention", "wants", "unspecified", "positive"),
        ('"Is it safe?" Sorin said.', "statement", "asks", "unspecified", "positive"),
        ('"Is it safe? It is not," Sorin said.', "statement", "states", "certain", "positive"),
        ("The road to slow trains is closed, Sorin told the paper.", "statement", "states", "certain", "positive"),
    ],
)
def test_labels(text: str, cue_type: str, stance: str, factuality: str, polarity: str) -> None:
    found = only(text)
    assert (found.cue_type, found.stance) == (CueType(cue_type), Stance(stance))
    assert (found.factuality, found.polarity) == (Factuality(factuality), Polarity(polarity))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('"The bridge is safe," Sorin said.', Form.DIRECT),
        ('Sorin said the bridge was "a danger."', Form.MIXED),
        ("Sorin said the bridge was safe.", Form.INDIRECT),
    ],
)
def test_forms(text: str, form: Form) -> None:
    assert only(text).form is form


def test_hedges_are_the_words_that_carry_them() -> None:
    article = document.read('The council would "definitely be prepared to discuss" a swap, Ana Sorin said.')
    (found,) = attribution.find(article)
    assert [article.slice(hedge) for hedge in found.hedges] == ["would"]
    assert found.factuality is Factuality.PROBABLE


def test_what_a_speaker_hopes_is_possible() -> None:
    outer, *_ = attribution.find(document.read("Sorin said she hoped the bridge was safe."), attribution.by_rules)
    assert outer.factuality is Factuality.POSSIBLE


def test_inner_attributions_name_the_outer_one() -> None:
    found = attribution.find(document.read("Radio Lumen said the council denied that the port would close."))
    assert [f.inside for f in found] == [None, 0]


@pytest.mark.parametrize(
    ("content", "cues"),
    [
        ("the mayor supports the plan", []),
        ("the mayor supports the council's claim that the plan is safe", ["claim"]),
        ("the mayor backed a plan that Marn said would fail", ["said"]),
        ("the mayor demands a new bridge", ["demands"]),
        ("the mayor denied the charge", ["denied"]),
        ("the mayor had talked about ferries", []),
        ("I swear the bridge is safe", []),
        ("I believe the mayor said that the bridge was safe", ["said"]),
        ("I told the mayor that the bridge was safe", ["told"]),
        ("the United States Navy would send a ship", []),
        ("the mayor states that the bridge is safe", ["states"]),
    ],
)
def test_not_every_verb_inside_a_content_reports(content: str, cues: list[str]) -> None:
    article = document.read(f"Ana Sorin said that {content}.")
    found = attribution.find(article, attribution.by_rules)
    assert [article.slice(inner.cue[0]) for inner in found if inner.inside is not None] == cues


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            '"You have the mayor saying that the port is safe," Ana Sorin said.',
            ["the mayor | saying | the port is safe"],
        ),
        ("\"We heard him shout 'Go home,' and run,\" Ana Sorin said.", ["him | shout | 'Go home,'"]),
        ("Ana Sorin said she saw officers demand that he stop.", ["officers | demand | he stop"]),
        ('"He knows what happened to the pier," Ana Sorin said.', ["He | knows | what happened to the pier"]),
        (
            '"People disagree whether the pier is safe," Ana Sorin said.',
            ["People | disagree | whether the pier is safe"],
        ),
        ('"They thought a concert would help," Ana Sorin said.', ["They | thought | a concert would help"]),
        ("Ana Sorin said she had thought that the pier was safe.", ["she | had thought | the pier was safe"]),
        ("Ana Sorin said she thought that the pier was safe.", []),
        ("Ana Sorin said his announced plan to sell the pier had failed.", ["his | plan | to sell the pier"]),
        (
            '"They say they tried, and I was home," Ana Sorin said.',
            ["They | say | they tried"],
        ),
        (
            '"Schools across the valley are described as poor," Ana Sorin said.',
            ["- | are described | Schools across the valley … as poor"],
        ),
        (
            "\"His promise, 'We will stay,' was a lie,\" Ana Sorin said.",
            ["His | promise | 'We will stay,'"],
        ),
        (
            "\"The complaint is, 'You came too late,' and it is fair,\" Ana Sorin said.",
            ["- | complaint is | 'You came too late,'"],
        ),
        (
            'Ana Sorin said he had sent a note reading "burn it by May" before the fire.',
            ['a note | reading | "burn it by May"'],
        ),
        (
            'Ana Sorin denounced what Prime Minister Marek Dorn called the army\'s "reckless" raid.',
            ['Prime Minister Marek Dorn | called | the army\'s "reckless" raid'],
        ),
        (
            "Ana Sorin said voters were angry with the council's decision to sell the pier.",
            ["the council's | decision | to sell the pier"],
        ),
        ('Ana Sorin said the "stay home" plan was the mayor\'s.', []),
        ("Ana Sorin said the firm she met intended to close the mill.", []),
        (
            "\"I asked her, 'Where were you?' and she cried,\" Ana Sorin said.",
            ["I | asked | 'Where were you?'"],
        ),
        (
            "\"My father used to tell me, 'Work hard,' and I did,\" Ana Sorin said.",
            ["My father | used to tell | 'Work hard,'"],
        ),
        ("Ana Sorin said that the firm hasn't proposed anything that would help.", []),
        ("Ana Sorin said firms seeking a permit must wait.", []),
        ("Ana Sorin said she was given pills intended to calm her.", []),
        ("Ana Sorin said that a firm called Brall Works had sold the pier.", []),
        ("Ana Sorin said the firm was moving ahead with major projects others are idling.", []),
        ("Ana Sorin said the way states choose judges is old.", []),
        ("Ana Sorin said the clerk found that hard to believe.", []),
        ("Ana Sorin said the decisions he has made are wrong.", []),
        ("Ana Sorin warned of demands that come with such loans.", []),
        ("Ana Sorin said no one told the families that the ship had sunk.", []),
        ("Ana Sorin said she had never called a donor to ask for money.", []),
        ("Ana Sorin said the United States Lake Council to the north was closed.", []),
        ('"When she is asked questions she is unable to answer, she laughs," Ana Sorin said.', []),
        ('"You know what lies are for," Ana Sorin said.', []),
    ],
)
def test_what_is_told_inside_a_content(text: str, inner: list[str]) -> None:
    article = document.read(text)
    found = attribution.find(article, attribution.by_network)
    assert [shown(article, claim) for claim in found if claim.inside is not None] == inner


def test_silence() -> None:
    article = document.read("Sorin, the mayor, did not immediately respond to a request. Vale declined to comment.")
    assert [tuple(map(article.slice, pair)) for pair in silence.find(article)] == [
        ("Sorin, the mayor", "did not immediately respond"),
        ("Vale", "declined to comment"),
    ]
    article = document.read("Lumen confirmed the date but declined to comment further.")
    assert [article.slice(who) for who, _ in silence.find(article)] == ["Lumen"]


def test_narration_leaves_out_what_is_attributed() -> None:
    article = document.read("The port closed in May. It will open again, said Ana Sorin, who took office in June.")
    narrated = attribution.narrate(article, attribution.find(article), ())
    assert [article.slice(claim.span) for claim in narrated] == ["The port closed in May"]
    assert all(claim.form is Form.NARRATED and claim.score == 1.0 for claim in narrated)


def test_narration_takes_no_noun_phrase_for_a_clause() -> None:
    article = document.read("Sorin told Radio Lumen's weekly video series it is clear that the dam leaks.")
    assert attribution.narrate(article, attribution.find(article), ()) == ()


def test_narration_takes_clauses() -> None:
    article = document.read("It will open, according to Kompas, which is believed to have ties to the army.")
    start = article.text.index("which")
    clause = Span(start, len(article.text) - 1)
    narrated = attribution.narrate(article, attribution.find(article), (clause,))
    assert [claim.span for claim in narrated] == [clause]


WORDS = [
    "said",
    "that",
    '"',
    ",",
    ".",
    "Ana",
    "Sorin",
    "according",
    "to",
    "the",
    "and",
    "adding",
    "who",
    ":",
    "\n",
    "(",
    "'s",
]
WORDS += [
    "was",
    "accused",
    "of",
    "told",
    "as",
    "-",
    "’",
    "“",
    "”",
    "reportedly",
    "by",
    "he",
    "is",
    "believed",
    "?",
    "claim",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text(text: str) -> None:
    article = document.read(text)
    found = attribution.find(article)
    for n, claim in enumerate(found):
        assert claim.inside is None or claim.inside < n
        assert all(span.end <= len(text) for span in (*claim.content, *claim.cue, *claim.source))
        assert all(a.end <= b.start for a, b in zip(claim.content, claim.content[1:], strict=False))
        assert 0 <= claim.score <= 1
    attribution.narrate(article, found, ())
    silence.find(article)


def test_long_texts_take_time_in_proportion() -> None:

    def seconds(text: str) -> float:
        article = document.read(text)
        began = perf_counter()
        attribution.find(article)
        return perf_counter() - began

    sentence = "Ana Sorin said that Omar Vale claimed, among other things, the bridge was safe and "
    seconds(sentence)
    assert seconds(sentence * 400) < 12 * max(seconds(sentence * 100), 0.002)
