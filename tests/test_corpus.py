"""Many articles: frames with bad rows, articles that fail, workers that die."""

import datetime
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import credtag
from credtag import attribution

TEXTS = ["The dam may fail, Mayor Ana Ruiz said.", "It rained.", "“No,” Teo Brandt told Radio Lumen."]
BAD = [None, np.nan, pd.NA, 3.5, 7, b"It rained.", ["It rained."]]


# --------------------------------------------------------------------------- frames with bad rows


def mixed():
    """Return a frame with good and bad rows by turns."""
    texts = [text for bad in BAD for text in ("It snowed, Pavel Orrin said.", bad)]
    return pd.DataFrame({"body": pd.Series(texts, dtype=object), "key": [f"k{i}" for i in range(len(texts))]})


def test_a_bad_row_is_named_by_its_position():
    with pytest.raises(credtag.InputError, match="article 1: text must be a str, not NoneType"):
        credtag.claims(mixed(), "body")


def test_good_rows_are_kept_and_bad_ones_reported():
    with pytest.warns(credtag.CredtagWarning, match="7 of 14 articles are left out; the first: article 1: text must"):
        claims = credtag.claims(mixed(), "body", doc_id="key", on_error="record")
    assert claims["doc_id"].tolist() == [f"k{i}" for i in range(0, 14, 2)]
    assert credtag.CLAIMS.problems(claims) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_errors_are_listed(workers):
    rows = mixed().rename(columns={"body": "text", "key": "doc_id"}).to_dict("records")
    errors = credtag.to_frames(credtag.tag_all(rows, workers=workers, on_error="record")).errors
    assert errors["position"].tolist() == list(range(1, 14, 2))
    assert errors["doc_id"].tolist() == [f"k{i}" for i in range(1, 14, 2)]
    assert errors["error"].str.contains("text (?:must be a str|is bytes)").all()


def test_missing_metadata_is_left_out():
    rows = pd.DataFrame({"text": TEXTS, "outlet": [None, np.nan, "The Post"], "day": [pd.NaT, None, pd.NA]})
    claims = credtag.claims(rows, publisher="outlet", published="day")
    assert claims["publisher"].isna().tolist() == [True, True, False]


def test_equal_names_are_told_apart():
    rows = pd.DataFrame({"text": TEXTS, "key": ["a", "a", "a"]})
    claims = credtag.claims(rows, doc_id="key")
    assert claims["doc_id"].tolist() == ["a", "a.2", "a.3"]
    assert claims["claim_id"].is_unique


@pytest.mark.parametrize(
    ("names", "expected"),
    [([3, 1, 2], ["3", "1", "2"]), ([3.0, np.nan, 2.0], ["3", None, "2"]), (pd.array([3, 1, None]), ["3", "1", None])],
)
def test_whole_numbers_name_articles(names, expected):
    found = credtag.claims(pd.DataFrame({"text": TEXTS, "key": names}), doc_id="key")["doc_id"]
    assert [a for a, b in zip(found, expected, strict=True) if b] == [b for b in expected if b]
    assert found.notna().all()


@pytest.mark.parametrize("name", [2.5, True, b"a"])
def test_other_names_are_errors(name):
    with pytest.raises(credtag.InputError, match="article 0: doc_id must be a str or None"):
        credtag.claims(pd.DataFrame({"text": ["It rained."], "key": [name]}), doc_id="key")


@pytest.mark.parametrize("day", [datetime.date(2024, 12, 18), pd.Timestamp("2024-12-18"), "2024-12-18"])
def test_dates_are_written_out(day):
    (tagged,) = credtag.tag_all([{"text": "It rained.", "published": day}])
    assert tagged.document.published[:10] == "2024-12-18"


@pytest.mark.parametrize("column", ["text", "publisher"])
def test_a_missing_column_is_named(column):
    names = {"text": "body", "publisher": None} | {column: "nowhere"}
    with pytest.raises(credtag.InputError, match="the frame has no column 'nowhere'; it has body, key"):
        credtag.claims(mixed(), **names)


def test_a_column_that_is_there_twice_is_named():
    rows = pd.DataFrame([["It rained.", "It snowed."]], columns=["text", "text"])
    with pytest.raises(credtag.InputError, match="the frame has 2 columns 'text'"):
        credtag.claims(rows)


def test_an_empty_frame_gives_the_empty_schema():
    claims = credtag.claims(pd.DataFrame({"text": []}))
    pd.testing.assert_frame_equal(claims, credtag.CLAIMS.empty())


def test_the_rows_of_a_filtered_frame_count_from_its_first():
    rows = pd.DataFrame({"text": ["It rained.", "It snowed.", None]}).iloc[1:]
    with pytest.raises(credtag.InputError, match="article 1: "):
        credtag.claims(rows)


def test_a_frame_is_no_list_of_articles():
    with pytest.raises(credtag.InputError, match=r"credtag\.claims"):
        credtag.tag_all(pd.DataFrame({"text": TEXTS}))


# --------------------------------------------------------------------------- articles that fail


def stumble(document, *rest):
    if "stumble" in document.text:
        raise ZeroDivisionError("an article that nobody thought of")
    return attribution.by_rules(document, *rest)


@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_fails_is_named(workers):
    texts = ["It rained."] * 20 + ["They stumble."] + ["It rained."] * 20
    results = credtag.Tagger(extract=stumble).tag_all(texts, workers=workers)
    good = [next(results) for _ in range(20)]
    assert all(tagged.claims for tagged in good)
    with pytest.raises(credtag.CredtagError, match="article 20: ZeroDivisionError: an article that nobody") as caught:
        next(results)
    assert "in stumble" in "".join(caught.value.__notes__)


@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_fails_is_listed(workers):
    texts = ["It rained.", "They stumble.", "It snowed."]
    frames = credtag.to_frames(credtag.Tagger(extract=stumble).tag_all(texts, workers=workers, on_error="record"))
    assert frames.claims["content"].tolist() == ["It rained", "It snowed"]
    assert frames.errors["error"].tolist() == ["article 1: ZeroDivisionError: an article that nobody thought of"]


def damaged(document, *rest):
    raise credtag.DataFileError("data file gone")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_damaged_installation_is_no_fault_of_the_articles(workers):
    with pytest.raises(credtag.DataFileError, match="data file gone"):
        list(credtag.Tagger(extract=damaged).tag_all(TEXTS, workers=workers, on_error="record"))


# --------------------------------------------------------------------------- workers that die


def end_worker(marker, document, *rest):
    """End the process at a text about death: each time, or only the first where a marker file is given."""
    if "death" in document.text and (marker is None or not marker.exists()):
        if marker is not None:
            marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return attribution.by_rules(document, *rest)


MANY = [f"It rained {n} times, Ana Ruiz said." for n in range(60)]
DEADLY = [*MANY[:25], "A death, Ana Ruiz said.", *MANY[25:]]


def test_what_a_killed_worker_had_in_hand_is_tagged_again(tmp_path):
    tagger = credtag.Tagger(extract=partial(end_worker, tmp_path / "once"))
    with pytest.warns(credtag.CredtagWarning, match="a worker process was ended .* tagged again"):
        texts = [tagged.document.text for tagged in tagger.tag_all(DEADLY, workers=2)]
    assert texts == DEADLY


def test_an_article_that_no_worker_survives_is_listed():
    tagger = credtag.Tagger(extract=partial(end_worker, None))
    with pytest.warns(credtag.CredtagWarning, match="tagged again"):
        results = list(tagger.tag_all(DEADLY, workers=2, on_error="record"))
    assert [tagged.document.text for tagged in results if tagged.error is None] == MANY
    assert results[25].error.startswith("article 25: its worker process ended twice")


def test_an_article_that_no_worker_survives_is_named():
    results = credtag.Tagger(extract=partial(end_worker, None)).tag_all(DEADLY, workers=2)
    with (
        pytest.warns(credtag.CredtagWarning, match="tagged again"),
        pytest.raises(credtag.CredtagError, match="article 25: its worker process ended twice"),
    ):
        list(results)


def slow(document, *rest):
    if "slow" in document.text:
        time.sleep(60)
    return attribution.by_rules(document, *rest)


def test_closing_the_results_ends_the_workers_at_once():
    results = credtag.Tagger(extract=slow).tag_all([*["It rained."] * 8, *["It was slow."] * 40], workers=2)
    next(results)
    began = time.monotonic()
    results.close()
    assert time.monotonic() - began < 10
    assert multiprocessing.active_children() == []


# --------------------------------------------------------------------------- processes of every kind

SCRIPT = """
import multiprocessing, os, sys, time
from pathlib import Path
import credtag
from credtag import attribution

def slow(document, *rest):
    Path(sys.argv[2], f"{os.getpid()}.pid").touch()
    time.sleep(60)
    return attribution.by_rules(document, *rest)

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    if len(sys.argv) == 3:
        list(credtag.Tagger(extract=slow).tag_all(["It rained."] * 40, workers=2))
    texts = ["The dam may fail, Mayor Ana Ruiz said.", "It rained."] * 10
    alone = list(credtag.tag_all(texts))  # forks inherit the network that this loads
    assert list(credtag.tag_all(texts, workers=2)) == alone
"""
METHODS = multiprocessing.get_all_start_methods()


@pytest.fixture
def script(tmp_path):
    path = tmp_path / "script.py"
    path.write_text(SCRIPT, encoding="utf-8")
    return [sys.executable, str(path)]


@pytest.mark.parametrize("method", METHODS)
def test_workers_load_the_network_however_they_start(script, method):
    assert subprocess.run([*script, method], check=False, capture_output=True, text=True).stderr == ""


def alive(pid):
    try:
        status = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return status != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="sees the processes of others in /proc")
@pytest.mark.parametrize(
    ("method", "sent"),
    [("fork", signal.SIGINT), ("fork", signal.SIGTERM), ("fork", signal.SIGKILL), ("spawn", signal.SIGINT)],
)
def test_workers_end_with_their_parent(script, method, sent, tmp_path):
    run = subprocess.Popen(
        [*script, method, str(tmp_path)],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background is deaf to interrupts
    )
    until(lambda: len(list(tmp_path.glob("*.pid"))) == 2, 60)
    if sent is signal.SIGINT:
        os.killpg(run.pid, sent)  # as a terminal does
    else:
        run.send_signal(sent)
    _, errors = run.communicate(timeout=20)
    workers = [int(path.stem) for path in tmp_path.glob("*.pid")]
    until(lambda: not any(map(alive, workers)), 10)
    assert errors.count("Traceback") == (sent is signal.SIGINT)


def until(reached, seconds):
    deadline = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.02)
