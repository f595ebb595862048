"""Which full name an acronym means, and what name it joins."""

import time
from itertools import islice, product
from string import ascii_uppercase

import pytest

import credtag
from credtag import attribution


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Department of Justice opened an inquiry. The DOJ said it was late.", "Department of Justice"),
        ("The Ministry of Defence opened an inquiry. The MoD said it was late.", "Ministry of Defence"),
        ("The Ministry of Health and Family Welfare met. MoHFW said it was late.", "Ministry of Health and Family Welfare"),
        ("The Front for National Renewal met. The FNR said it was late.", "Front for National Renewal"),
        ("The Karvo Food and Drug Agency met. The KFDA said it was late.", "Karvo Food and Drug Agency"),
        ("The Lok Vikas Morcha met. The LVM said it was late.", "Lok Vikas Morcha"),
        (
            "The Front for National Renewal and Unity met. The FNR did not. The FNRU said it was late.",
            "Front for National Renewal and Unity",
        ),
        ("Major (rtd) Karl Brell came. Brell said it was late.", "Karl Brell"),
        # what only begins alike
        ("The Ministry of Defence met. The MoT said it was late.", "MoT"),
        ("The Front met National Renewal. The FNR said it was late.", "FNR"),
        ("Lena Odile Marn left. The LMO said it was late.", "LMO"),
    ],
)  # fmt: skip
def test_acronyms(text, expected):
    claims = credtag.tag(text, publisher="The Harbour Post").frames().claims
    assert claims.loc[claims["form"] != "narrated", "source"].iloc[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        " ".join(
            f"A{''.join(rest)} said that it was late. Abbey Zoo sat."
            for rest in islice(product(ascii_uppercase, repeat=3), 4000)
        ),
        "Ana Marn says no, Lena Sorin denies that and " * 1500,  # whose denials each have a subject
    ],
)
def test_many_names_take_linear_time(text):
    tagger = credtag.Tagger(extract=attribution.by_rules)
    began = time.process_time()
    tagger.tag(text)
    assert (
        time.process_time() - began < 8
    )  # ten times as long if each is held against all, or each end of a name is kept
