"""Which full name an acronym means, and what name it joins."""

import pytest

import credtag


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
