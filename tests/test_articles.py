"""Whole articles, read by eye when they were stored: each frame, dtypes included."""

from functools import cache
from pathlib import Path

import pytest

import credtag
from credtag import resources

HERE = Path(__file__).parent / "articles"
PUBLISHERS = {
    "border_strike": "Valley Courier",
    "club_takeover": "Dunmore Echo",
    "ferry_terminal": "The Coastal Courier",
    "harbour_debate": "Skerry Times",
    "lighthouse_keeper": "Dunmore Echo",
    "mine_rescue": "The Coastal Courier",
    "vaccine_trial": "Lakeview Standard",
}


def article(name):
    folders = (HERE, HERE.with_name("interviews"))
    path = next((path for folder in folders if (path := folder / f"{name}.txt").exists()), None)
    return (path or resources.path(f"examples/{name}.txt")).read_bytes().decode("utf-8")


@cache
def frames(name):
    return credtag.tag(article(name), publisher=PUBLISHERS[name], doc_id=name).frames()


@pytest.mark.parametrize("frame", ["claims", "links", "sources", "evidence"])
@pytest.mark.parametrize("name", sorted(PUBLISHERS))
def test_frame(name, frame, frame_regression):
    frame_regression(getattr(frames(name), frame))
