from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from credtag.attribution.network import decode

FLAT = decode.transitions(np.zeros((7, 7)).tolist(), 0.5)


def rows(*tags):
    scores = np.full((len(tags), 7), -5.0, np.float32)
    scores[np.arange(len(tags)), tags] = 0.0
    return scores


def test_the_best_tags_win_when_they_are_lawful():
    assert decode.tagged([rows(1, 2, 3, 5, 6, 0)], FLAT) == [[1, 2, 3, 5, 6, 0]]


def test_nothing_continues_what_has_not_begun():
    (tags,) = decode.tagged([rows(2, 2, 4, 6)], FLAT)
    assert all(after % 2 or not after or before in (after, after - 1) for before, after in pairwise([0, *tags]))


def test_readings_of_any_length_stand_side_by_side():
    readings = [rows(0), rows(1, 2, 2, 0, 5), rows(3, 4)]
    assert decode.tagged(readings, FLAT) == [decode.tagged([r], FLAT)[0] for r in readings]
    assert decode.tagged([], FLAT) == []


@given(
    st.lists(
        st.lists(st.lists(st.floats(-9, 0), min_size=7, max_size=7), min_size=1, max_size=9), min_size=1, max_size=4
    )
)
def test_company_changes_nothing(readings):
    arrays = [np.array(r, np.float32) for r in readings]
    assert decode.tagged(arrays, FLAT) == [decode.tagged([a], FLAT)[0] for a in arrays]


def test_stretches_are_the_runs_that_tags_spell():
    found = decode.stretches([1, 2, 3, 3, 0, 5, 6, 6, 5])
    assert found == [
        decode.Stretch(decode.SOURCE, 0, 2),
        decode.Stretch(decode.CUE, 2, 3),
        decode.Stretch(decode.CUE, 3, 4),
        decode.Stretch(decode.CONTENT, 5, 8),
        decode.Stretch(decode.CONTENT, 8, 9),
    ]
    assert decode.stretches([0, 0]) == []


def test_distances_are_told_apart_near_by_and_in_steps_far_off():
    assert decode.distance_buckets(np.array([-500, -11, -10, 0, 3, 10, 11, 18, 19])).tolist() == [
        0,
        9,
        10,
        20,
        23,
        30,
        31,
        32,
        32,
    ]


def linked(query, key, *, nearness=0.0):
    tags = rows(1, 3, 5, 6, 0, 3, 5)
    linker = decode.Linker(np.zeros((2, decode.BUCKETS)), nearness)
    found = decode.stretches([1, 3, 5, 6, 0, 3, 5])
    return list(linker.relations(found, tags, query, key, np.zeros(4, np.float32), [0] * 7))


def test_content_follows_its_pointer():
    query, key = np.zeros((7, 4), np.float32), np.zeros((7, 4), np.float32)
    key[1, 0], key[5, 1] = 9, 9
    query[[2, 3], 1] = 9
    query[6, 0] = 9
    relations = linked(query, key)
    assert [(r.cue.first, [c.first for c in r.content]) for r in relations] == [(1, [6]), (5, [2])]


def test_a_cue_points_to_a_source_or_to_none():
    query, key = np.zeros((7, 4), np.float32), np.zeros((7, 4), np.float32)
    key[0, 2] = 9
    query[1, 2], query[5, 2] = 9, -9
    relations = linked(query, key, nearness=0.2)
    assert [(r.cue.first, r.source and r.source.first) for r in relations] == [(1, 0), (5, None)]
