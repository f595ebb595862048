"""Names: what runs of capitalised words name."""

import pytest

from credtag.document import read
from credtag.source.proper_names import runs


def names(text):
    return [(n.text, n.kind.value if n.kind else "place" if n.place else None) for n in runs.find(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deputy Trade Minister Ana Sorin spoke.", [("Ana Sorin", "person")]),
        ("Mr. Tresk and Mrs Vane left.", [("Tresk", "person"), ("Vane", "person")]),
        ("They met Minister of Education Marina Tresk.", [("Marina Tresk", "person")]),
        ("Shortly after, it rained. Giving way, they met Ana Sorin.", [("Ana Sorin", "person")]),
        ("Harding said no.", [("Harding", None)]),
        (
            "They met DC Ana Sorin, DS Vane and Commr Tresk.",
            [("Ana Sorin", "person"), ("Vane", "person"), ("Tresk", "person")],
        ),
        ("Co-anchor Norah Vance met ex-minister Ana Sorin.", [("Norah Vance", None), ("Ana Sorin", "person")]),
        ("The Prime Minister met the Irrigation Minister, Howard Dean.", [("Howard Dean", "person")]),
        ("They met Pedro de la Vane.", [("Pedro de la Vane", "person")]),
        ("Later Robert J. Quill Jr. spoke.", [("Robert J. Quill Jr", "person")]),
        ("They saw the Ministry of Health and Sport.", [("Ministry of Health and Sport", "government")]),
        ("They saw the Road and Harbour Agency.", [("Road and Harbour Agency", "government")]),
        ("They saw Ana Sorin and the Road Agency.", [("Ana Sorin", "person"), ("Road Agency", "government")]),
        ("They saw the Prosecutor General's Office.", [("Prosecutor General's Office", "government")]),
        ("They saw Belmar's Road Agency.", [("Belmar", None), ("Road Agency", "government")]),
        ("They saw the Lumen Institute.", [("Lumen Institute", "organisation")]),
        (
            "They saw Lumen University president Sehra Vane.",
            [("Lumen University", "organisation"), ("Sehra Vane", None)],
        ),
        ("They walked down Lumen Street.", [("Lumen Street", "place")]),
        ("They waited in northern Lumen and in Texas.", [("Lumen", None), ("Texas", "place")]),
        ("They met members of the Belmar Republicans.", [("Belmar Republicans", "group")]),
        ("They read Lumen.com and LumenTube.", [("Lumen.com", "organisation"), ("LumenTube", "organisation")]),
        ("They saw WHO and UAAR staff.", [("WHO", "organisation"), ("UAAR", "organisation")]),
        ("Many people left. Meanwhile it rained. Officials said so.", []),
        ("MAYOR PLANS NEW BRIDGE", []),
        ("Mayor Plans New Bridge Across Lumen River", []),
        ("On Monday and in January, I left.", []),
        ("Attorney General Ana Sorin spoke.", [("Ana Sorin", "person")]),
        ("King Aldo spoke.", [("King Aldo", "person")]),
    ],
)
def test_names(text, expected):
    assert names(text) == expected


def test_title_gender_and_affiliation():
    (name,) = runs.find(read("They met Belmar Police Chief Marina Tresk."))
    assert (name.text, name.title, name.before, name.gender) == ("Marina Tresk", ("Chief",), ("Belmar", "Police"), "f")


def test_a_sentence_of_names_is_no_headline():
    assert names("President Ana Sorin met Minister Pavel Tresk.") == [
        ("Ana Sorin", "person"),
        ("Pavel Tresk", "person"),
    ]
