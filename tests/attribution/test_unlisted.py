import time

import pytest

from credtag.attribution.occasions import outlets, unlisted
from credtag.document import read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('He spoke in an interview airing Sunday on TBN\'s "Ask the Nation."', "TBN"),
        ("Sitting down with TBN's Rena Marlow on Thursday, she laughed.", "TBN"),
        ("She sat for an interview with NTK, to be aired on Friday.", "NTK"),
        ("Appearing on NTK's Morning Desk on Wednesday, she laughed.", "NTK"),
        ("Host Rena Marlow of TBN pressed her on the vote.", "TBN"),
        ("It was put to her by TBN anchor Rena Marlow.", "TBN"),
        ("Asked by TBN's Rena Marlow whether she would run, she laughed.", "TBN"),
        ("“I am a free man,” he told Canal 35 in Orvale.", "Canal 35"),
        ("He told WKRB that the pier was old.", "WKRB"),
        ("Two engineers told ByteLedger that the pier was old.", "ByteLedger"),
        ("She opened up to Decode FM about the pier.", "Decode FM"),
        ("In a Kestrel interview, she said the pier was old.", "Kestrel"),
        ("Her comments came during a Dawn & Friends interview on Saturday.", "Dawn & Friends"),
        ("He was shown on TBN on Monday.", None),
        ("He told HMRC that the pier was old.", None),
        ("He told McCarthy that the pier was old.", None),
        ("He told Local 35 that the pier was old.", None),
        ("He told Flight 93 passengers that the pier was old.", None),
        ("In interviews with ABK agents, he said the pier was old.", None),
        ("The firm WidgetWorks is old. He told WidgetWorks that the pier was, too.", None),
        ("In a Zoom interview, he said the pier was old.", None),
        ("In a June interview, he said the pier was old.", None),
        ("In a Norwegian interview, he said the pier was old.", None),
        ("She joined IKR's board on Monday.", None),
    ],
)
def test_an_outlet_is_shown_by_how_people_speak_to_it(text, name):
    assert list(unlisted.find(text.replace("“", '"').replace("”", '"'))) == ([] if name is None else [name])


def test_many_names_take_no_long():
    text = 'The ABC told ABD of ABE in an ABF interview on ABG\'s "A". ' * 2000
    start = time.perf_counter()
    list(unlisted.find(text))
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("unit", ["A&B", "A-b", "A'", "A.b."])
def test_one_endless_name_is_looked_at_once(unit):
    article = read("It rained. " + unit * 10_000, doc_id="a")
    began = time.process_time()
    outlets.introduced(article)
    assert time.process_time() - began < 3
