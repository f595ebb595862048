from credtag.document import read
from credtag.document.latest import latest


def test_the_last_result_is_kept_for_the_very_same_document():
    made = []
    count = latest(lambda document: made.append(document) or len(made))
    one, twin = read("It rained.", doc_id="a"), read("It rained.", doc_id="a")
    assert one == twin
    assert [count(one), count(one), count(twin), count(one)] == [1, 1, 2, 3]
