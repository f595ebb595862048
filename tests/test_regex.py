"""No regular expression of the package takes long on any text: each is run on texts made to make it backtrack."""

import gc
import pkgutil
import re
import time
from contextlib import suppress
from functools import _lru_cache_wrapper, cache
from importlib import import_module
from re import _constants as sre
from re import _parser as parser

import attrs
import pytest

import credtag
from credtag import attribution, resources

UNITS = ["a", "A", "1", "-", "a ", "A ", "Ana ", "a-", "A.", "he said "]
BLANKS = [" ", "\t", "\n", " \n"]
CHARACTERS = "aA1 .,-'\"\n(:/@$&"
SIZES = (16, 20, 23, 26, 300)
LONG_BLANK = 1600
MOST = 12  # texts for a pattern of its own; some have thousands of parts
TOO_LONG = 0.5  # seconds of the processor; words in a clause are bounded, the space between them is not


def modules():
    for module in pkgutil.walk_packages(credtag.__path__, "credtag."):
        if module.name != "credtag.__main__":
            with suppress(credtag.MissingExtra):
                yield import_module(module.name)


def patterns(thing, depth=0):
    """Yield the compiled patterns in *thing*: in containers, and in what cached functions have returned."""
    if isinstance(thing, re.Pattern):
        yield thing
    elif isinstance(thing, _lru_cache_wrapper):
        for kept in gc.get_referents(thing):
            if isinstance(kept, dict):
                yield from patterns(kept, depth + 1)
    elif isinstance(thing, dict) and depth < 6:
        for value in thing.values():
            yield from patterns(value, depth + 1)
    elif attrs.has(type(thing)) and depth < 6 and not type(thing).__module__.startswith("credtag.records."):
        for field in attrs.fields(type(thing)):
            yield from patterns(getattr(thing, field.name), depth + 1)
    elif isinstance(thing, tuple | list | set | frozenset) and depth < 6:
        for value in thing:
            yield from patterns(value, depth + 1)


@cache
def all_patterns():
    """Return every pattern of the package, those of the lexicons loaded by tagging an article."""
    text = resources.path("examples/ferry_terminal.txt").read_text(encoding="utf-8")
    for tagger in (credtag.Tagger(), credtag.Tagger(extract=attribution.by_rules)):
        tagger.tag(text).frames()
    found = {}
    for module in modules():
        for thing in vars(module).values():
            for pattern in patterns(thing):
                found.setdefault((pattern.pattern, pattern.flags), pattern)
    return list(found.values())


# --------------------------------------------------------------------------- texts that make a pattern backtrack


def accepts(items, char):
    """Tell whether a class of characters takes *char*."""
    negated = items[0][0] is sre.NEGATE
    for kind, value in items[negated:]:
        if (
            (kind is sre.LITERAL and ord(char) == value)
            or (kind is sre.RANGE and value[0] <= ord(char) <= value[1])
            or (kind is sre.CATEGORY and is_of(value, char))
        ):
            return not negated
    return negated


def is_of(category, char):
    name = str(category)
    fits = {"WORD": char.isalnum() or char == "_", "DIGIT": char.isdigit(), "SPACE": char.isspace()}
    return fits[name.rsplit("_", 1)[1]] is ("NOT" not in name)


def sample(items):
    """Return a text that a parsed pattern may match."""
    return "".join(map(one, items))


def one(item):
    kind, value = item
    if kind is sre.LITERAL:
        return chr(value)
    if kind is sre.NOT_LITERAL:
        return next(char for char in CHARACTERS if ord(char) != value)
    if kind is sre.ANY:
        return "a"
    if kind is sre.IN:
        return next((char for char in CHARACTERS if accepts(value, char)), "\x7f")
    if kind is sre.BRANCH:
        return sample(value[1][0])
    if kind is sre.SUBPATTERN:
        return sample(value[3])
    if kind is sre.ATOMIC_GROUP:
        return sample(value)
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return sample(value[2]) * max(value[0], 1)
    return ""  # anchors and looks around take nothing


def pumps(items, before=""):
    """Yield a text before and a text to repeat for each part of a pattern that repeats."""
    for item in items:
        kind, value = item
        if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            yield before, sample(value[2])
            yield from pumps(value[2], before)
        elif kind is sre.BRANCH:
            for branch in value[1]:
                yield from pumps(branch, before)
        elif kind is sre.SUBPATTERN:
            yield from pumps(value[3], before)
        elif kind is sre.ATOMIC_GROUP:
            yield from pumps(value, before)
        elif kind in (sre.ASSERT, sre.ASSERT_NOT):
            yield from pumps(value[1], before)
        before += one(item)


def attacks(pattern):
    own = {(before, unit) for before, unit in pumps(parser.parse(pattern.pattern, pattern.flags)) if unit}
    chosen = sorted(own)[:: len(own) // MOST + 1]
    openings = dict.fromkeys(("", *(before + unit for before, unit in chosen)))
    blanks = [(opening, blank) for opening in openings for blank in BLANKS]
    return [*chosen, *blanks, *(("", unit) for unit in UNITS)]


def slow(pattern, before, unit):
    """Return how large a text makes *pattern* take too long, or None; a small one is tried first, lest it never end."""
    for size in SIZES if unit.strip() else (*SIZES, LONG_BLANK):
        text = before + unit * (size // len(unit) + 1) + "\x00"
        began = time.process_time()
        for run in (pattern.search, pattern.fullmatch):
            run(text)
        if time.process_time() - began > TOO_LONG:
            return size
    return None


@pytest.mark.parametrize("bad", [r"(?:a+)+b", r"citing +(?P<name>[^,]+?)(?:,| +that\b)", r"a\s*\s*[^b]*\s*b"])
def test_a_pattern_that_backtracks_is_found(bad):
    bad = re.compile(bad)
    assert any(slow(bad, before, unit) for before, unit in attacks(bad))


@pytest.mark.parametrize("part", range(8))
def test_no_pattern_takes_long(part):
    found = all_patterns()
    assert len(found) > 100
    late = {
        pattern.pattern: (before, unit, size)
        for pattern in found[part::8]
        for before, unit in attacks(pattern)
        if (size := slow(pattern, before, unit))
    }
    assert late == {}
