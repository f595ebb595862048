"""Whom a surname means that several bear, and whose a title is."""

import pytest

import credtag


def origins(text):
    claims = credtag.tag(text, publisher="The Harbour Post").frames().claims
    return list(claims.loc[claims["form"] != "narrated", "source"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a title belongs to who holds it, not to a relative who alone is named in full
        ("President Marn said it was so. His wife, Lena Marn, left. The president said it was early. Marn said it was late.", ["Marn"] * 3),
        ("President Marn said it was so. Lena Marn left. Mr. Marn said it was late.", ["Marn"] * 2),
        ("Lena Marn left. President Marn said it was so. Mrs. Marn said it was early. Mr. Marn said it was late.", ["Marn", "Lena Marn", "Marn"]),
        ("Prime Minister Odan said it was so. His son, Rafi Odan, said it was early. The prime minister said it was late.", ["Odan", "Rafi Odan", "Odan"]),
        ("Inspector Brell said it was so. His daughter, Ana Brell, left. Brell said it was late.", ["Brell"] * 2),
        ("Judge Orme said it was so. His lawyer, Luis Orme, said it was early. The judge said it was late.", ["Orme", "Luis Orme", "Orme"]),
        # unless the full name may be the holder's
        ("Ana Vale left. Mayor Vale said it was late.", ["Ana Vale"]),
        ("Mayor Vale said it was so. Ana Vale, the mayor of Belmar, left. The mayor said it was late.", ["Ana Vale"] * 2),
        ("Mayor Vale said it was so. Then Ana Vale left. Vale said it was late.", ["Ana Vale"] * 2),
        ("AG Orme said it was so. Luis Orme, a former attorney general, left. Orme said it was late.", ["Luis Orme"] * 2),
        ("Mayor Vale said he, Dorn, was late. Ana Vale, the mayor, left.", ["Ana Vale"]),
        # a title tells which of two is meant, and "former" does
        ("Senator Luis Orme, father of Governor Karl Orme, died. Governor Orme said it was late. The senator left.", ["Karl Orme"]),
        ("Former president Luis Orme met President Karl Orme. President Orme said it was late.", ["Karl Orme"]),
        ("Former president Luis Orme met President Karl Orme. The former president said it was late.", ["Luis Orme"]),
        ("Luis Orme, a former president, met President Ana Dorn. The former president said it was late.", ["Luis Orme"]),
        ("Former president Luis Orme met President Ana Dorn. The president said it was late.", ["Ana Dorn"]),
        # a pronoun close behind tells of whom a bare surname is
        ("Ana Sorin ran for mayor. Pavel Sorin left. Sorin allowed her staff to wait. Sorin said it was late.", ["Ana Sorin"]),
        ("Ana Sorin ran for mayor. Pavel Sorin left. Sorin said it was late.", ["Pavel Sorin"]),
    ],
)  # fmt: skip
def test_whose_a_surname_is(text, expected):
    assert origins(text) == expected
