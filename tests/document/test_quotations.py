"""Quotation marks pair in every style, apostrophes stay apostrophes, and an odd mark disturbs no other paragraph."""

import pytest

from credtag.document import read


def found(text: str) -> list[str]:
    article = read(text)
    return ["¶".join(article.slice(part) for part in q.parts) + ("" if q.closed else "…") for q in article.quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go," she said. "Soon."', ['"We go,"', '"Soon."']),
        ("“We go,” she said. “Soon.”", ["“We go,”", "“Soon.”"]),
        ("''We go,'' she said. ''It's 'fine.' ''", ["''We go,''", "''It's 'fine.' ''"]),
        ("''He called it 'fine''' and ''good''.", ["''He called it 'fine'''", "''good''"]),
        ("``We go,'' she said.", ["``We go,''"]),
        ("« On y va », she said, «oui».", ["« On y va »", "«oui»"]),
        ("„Wir gehen“, she said, »ja«.", ["„Wir gehen“", "»ja«"]),
        ("'We don't go,' he said. 'The workers' rights matter,' she added.", ["'We don't go,'", "'The workers' rights matter,'"]),
        ("‘We’ll go to the boys’ house,’ she said. ‘It’s the ‘90s.’", ["‘We’ll go to the boys’ house,’", "‘It’s the ‘90s.’"]),
        ("the 'port rule' and the boys' plan for '90s rock 'n' roll", ["'port rule'"]),
        ("'He said \"no\" to us,' she said.", ["'He said \"no\" to us,'"]),
        ("\"He said 'no' to us,\" she said.", ["\"He said 'no' to us,\""]),
        ('"He called it "a joke" and left," she said.', ['"He called it "a joke" and left,"']),
        ("It would take \"more hours” and there was “no sign\" of it.", ['"more hours”', "“no sign\""]),
        ("”Fear. I am afraid,” she said.", ["”Fear. I am afraid,”"]),
        ('("We go") --"We stay"-- and "...more," he said.', ['"We go"', '"We stay"', '"...more,"']),
        ('He is 6\'2" and she is 5\' 11" tall. "He is 6\'2"," she said.', ['"He is 6\'2","']),
        ('"a 12" pipe," he said of a 12"x14" frame.', ['"a 12" pipe,"']),
        ('"We go, "he said. Then "more".', ['"We go, "', '"more"']),
        ("They don't; it's James' and the dogs' house.", []),
        ("Let 'em wait 'til May, 'cause it's '08 again.", []),
    ],
)  # fmt: skip
def test_marks_pair_within_a_paragraph(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One.\n\n“Two.\n\n“Three,” she said. “Four.”", ["“One.¶“Two.¶“Three,”", "“Four.”"]),
        ('"One.\nTwo," he said. "Three."', ['"One.¶Two,"', '"Three."']),
        ("'One.\n'Two,' she said. 'Three.'", ["'One.¶'Two,'", "'Three.'"]),
        ('He said, "One.\n"Two.', ['"One.¶"Two.…']),
        ('"One, he said.\nNo marks.\n"Two," she said.', ['"One, he said.…', '"Two,"']),
        ("“We will do it. He said “perhaps” to us.", ["“We will do it. He said…", "“perhaps”"]),
        ('"A report of one kind.\n“Another voice,” she said.', ['"A report of one kind.…', "“Another voice,”"]),
        ('One," he said.\nThen "two".', ['"two"']),
    ],
)  # fmt: skip
def test_an_open_quotation_ends_with_its_paragraph_unless_it_is_taken_up_again(text, expected):
    assert found(text) == expected
