"""Denials that the network passes over are read by rules, sentence by sentence."""

import time

from credtag import document
from credtag.attribution import seldom


def test_a_long_sentence_takes_linear_time():
    def took(times):
        article = document.read("and the ministry denied the claim, " * times)
        began = time.process_time()
        assert sum(1 for _ in seldom.find(article, [])) > 0.9 * times
        return time.process_time() - began

    took(10)
    assert took(3_000) < 25 * took(300)
