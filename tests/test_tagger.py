import pickle

import pytest

import credtag

TEXTS = ["The dam may fail, Mayor Ana Ruiz said.", "It rained.", "“No,” Teo Brandt said."]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"It rained.", "decode it first"),
        (None, "text must be a str, not NoneType"),
        (3.5, r"text must be a str, not float \(3.5\)"),
        (["It rained."], "text must be a str, not list"),
    ],
)
def test_a_text_that_is_no_str_is_an_input_error(text, message):
    with pytest.raises(credtag.InputError, match=message) as caught:
        credtag.tag(text)
    assert isinstance(caught.value, credtag.CredtagError)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("name", ["publisher", "published", "url", "headline", "doc_id"])
def test_metadata_that_is_no_str_is_an_input_error(name):
    with pytest.raises(credtag.InputError, match=f"{name} must be a str or None, not int"):
        credtag.tag("It rained.", **{name: 7})


@pytest.mark.parametrize("authors", ["Ana Ruiz", 7, [7]])
def test_authors_are_a_list_of_names(authors):
    with pytest.raises(credtag.InputError, match="authors must be a list of names"):
        credtag.tag("It rained.", authors=authors)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\0", "\ud800", '"', "“", "said", "'''''", "." * 500, "🌧️ said."])
def test_any_str_gives_a_result(text):
    frames = credtag.tag(text).frames()
    spans = frames.evidence.dropna(subset=["start"])
    assert ((spans["start"] >= 0) & (spans["start"] < spans["end"]) & (spans["end"] <= len(text))).all()


def test_a_long_text_with_only_marks_and_cues_takes_linear_time():
    for unit in ('"', "said ", "“", "(", "according to "):
        assert credtag.tag(unit * 300).document.text.startswith(unit)


def test_ids_come_from_positions_and_stay():
    first, again = (credtag.tag(TEXTS[0], doc_id="d") for _ in range(2))
    assert first == again
    assert first.claims[0].claim_id == "d#0-16"


def test_an_id_of_a_text_depends_on_the_text_alone():
    assert credtag.tag("It rained.").document.doc_id == credtag.tag("It rained.", publisher="X").document.doc_id
    assert credtag.tag("It rained.").document.doc_id != credtag.tag("It snowed.").document.doc_id


def test_tag_all_is_lazy_and_ordered():
    taken = []

    def articles():
        for text in TEXTS:
            taken.append(text)
            yield text

    results = credtag.tag_all(articles())
    assert next(results).document.text == TEXTS[0]
    assert len(taken) == 1
    assert [t.document.text for t in results] == TEXTS[1:]


def test_tag_all_takes_mappings():
    (tagged,) = credtag.tag_all([{"text": TEXTS[0], "publisher": "The Post", "doc_id": "a"}])
    assert tagged.document.publisher == "The Post"
    assert tagged.document.doc_id == "a"


def test_workers_change_nothing():
    many = TEXTS * 20
    assert list(credtag.tag_all(many, workers=2)) == list(credtag.tag_all(many))


@pytest.mark.parametrize(
    ("item", "message"),
    [
        (b"x", "article 1: text is bytes"),
        (None, "article 1: text must be a str"),
        ({"body": "x"}, 'article 1: a mapping needs the key "text"; it has body'),
        ({"text": "x", "outlet": "y"}, "article 1: a mapping's keys are text, publisher, .*, not 'outlet'"),
        ({"text": "x", "publisher": 1}, "article 1: publisher must be a str"),
    ],
)
def test_a_bad_article_is_named_by_its_position(item, message):
    with pytest.raises(credtag.InputError, match=message):
        list(credtag.tag_all(["It rained.", item]))


def test_a_bad_article_can_be_recorded():
    good, bad, last = credtag.tag_all(["It rained.", None, "It snowed."], on_error="record")
    assert good.error is None
    assert bad.error.startswith("article 1: text must be a str")
    assert bad.claims == ()
    assert last.claims
    frames = credtag.to_frames([good, bad, last])
    assert frames.errors["position"].tolist() == [1]
    assert len(frames.claims) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"articles": "text"}, "pass a list"),
        ({"articles": [], "workers": 0}, "workers must be"),
        ({"articles": [], "workers": True}, "workers must be"),
        ({"articles": [], "on_error": "ignore"}, "on_error must be"),
    ],
)
def test_tag_all_says_what_it_takes(arguments, message):
    with pytest.raises(credtag.InputError, match=message):
        credtag.tag_all(**arguments)


def test_a_tagger_and_its_results_can_be_pickled():
    tagger = credtag.Tagger()
    tagged = tagger.tag(TEXTS[0])
    assert pickle.loads(pickle.dumps(tagged)) == tagged
    assert pickle.loads(pickle.dumps(tagger)).tag(TEXTS[0]) == tagged
