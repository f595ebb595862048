"""A damaged brat file is an InputError, or attributions that lie in their text and make the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import credtag

pytestmark = pytest.mark.filterwarnings("ignore::credtag.CredtagWarning")

TEXT = "“The dam holds,” Mayor Ana Ruiz told\nRadio Lumen. It will hold, officials said.\n".encode()
WHOLE = """T1\tSource 17 31\tMayor Ana Ruiz
T2\tCue 32 36\ttold
T3\tContent 0 16;50 62\t“The dam holds,” It will hold
T4\tAttribution 32 36\ttold
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
T5\tContent 1 8\tThe dam
T6\tAttribution-no-source 1 8\tThe dam
E2\tAttribution-no-source:T6 Content:T5 Inside:E1
A1\tScore E1 0.25
A2\tStance E2 claims
A3\tChannel E1 interview
""".encode()
FRAGMENTS = [
    *(line + b"\n" for line in WHOLE.split(b"\n")),
    *b"T E A 0 -1 ; : \t \n \r \x00 # * T1 T9 E1 E2 Inside: Inside:E2 Content: Content2: Cue:T2 Hedge:T3 Relay:T1".split(
        b" "
    ),
    b"T7\tCue 99999999999999999999 99999999999999999999999\tx\n",
    b"T8\tCue 0 " + b"9" * 5000 + b"\tx\n",
    b"T9\tCue 5 5\t\n",
    b"E3\tAttribution:T4 Content:T5 Inside:E3\n",
    b"E1\tAttribution:T4 Content:T5 Inside:E2\n",
    b"A4\tScore E1 nan\n",
    b"A5\tScore E1 -1e999\n",
    b"\xed\xa0\x80",  # half a surrogate
    b"\xff",
    "\u0663 \u2028\x85".encode(),
]


@st.composite
def damaged(draw):
    data = draw(st.sampled_from([WHOLE, b""]))
    for _ in range(draw(st.integers(0, 6))):
        a, b = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        match draw(st.sampled_from(["cut", "repeat", "swap", "put"])):
            case "cut":
                data = data[:a] + data[a + min(b - a, 30) :]
            case "repeat":
                data = data[:b] + data[a:b] + data[b:]
            case "swap":
                data = data[b:] + data[a:b] + data[:a]
            case "put":
                data = data[:a] + draw(st.one_of(st.sampled_from(FRAGMENTS), st.binary(max_size=6))) + data[a:]
    return data


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("brat")


@given(damaged(), st.one_of(st.just(TEXT), st.binary(max_size=60), st.none()))
def test_damaged_brat(folder, annotations, text):
    (folder / "dam.ann").write_bytes(annotations)
    (folder / "dam.txt").unlink(missing_ok=True)
    if text is not None:
        (folder / "dam.txt").write_bytes(text)
    try:
        words, found = credtag.read_brat(folder / "dam.ann")
    except credtag.InputError:
        return
    for each in found:
        assert each.span.end <= len(words)
        assert 0 <= each.score <= 1
        assert each.inside is None or 0 <= each.inside < len(found)
    credtag.write_brat(words, found, folder / "again.ann")
    assert credtag.read_brat(folder / "again.ann") == (words, found)
