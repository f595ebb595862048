"""Tell a text that is plainly not English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from credtag.records import Document
from credtag.resources import table

_ENOUGH = 16  # words to judge by
_READ = 2000  # words that are looked at
_SHARE = 0.1  # of frequent words of other languages, at least
_TIMES = 2.0  # as frequent as those of English


@cache
def _languages() -> Mapping[str, frozenset[str]]:
    return {row["language"]: frozenset(row["words"].split()) for row in table("lexicon/languages.tsv")}


def is_foreign(document: Document) -> bool:
    """Tell whether a text is plainly not English: in another script, or full of the small words of another language.

    Args:
        document: The text, read.

    Example:
        >>> from credtag.document import read
        >>> is_foreign(read("Der Hafen wird nicht geöffnet, sagte der Bürgermeister. " * 5))
        True
        >>> is_foreign(read("The port will not open, the mayor said. " * 5))
        False
    """
    words = [word for word in document.lowers[:_READ] if word[0].isalpha()]
    if len(words) < _ENOUGH:
        return _is_other_script(document.normal[:_READ])
    counts = Counter(words)
    found = {name: sum(counts[word] for word in known & counts.keys()) for name, known in _languages().items()}
    english = found.pop("English")
    other = max(found.values())
    return (other > _TIMES * english and other > _SHARE * len(words)) or _is_other_script("".join(words))


def _is_other_script(text: str) -> bool:
    """Tell whether most letters of a text lie behind those that European languages write in Latin script."""
    if text.isascii():
        return False
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 2 * _ENOUGH and sum(char > "\u02af" for char in letters) > len(letters) / 2
