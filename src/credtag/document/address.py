"""Where a page speaks to its reader: with "we" and "you" outside quotation marks, or in the imperative."""

from __future__ import annotations

import re

_QUOTED = re.compile(r'"[^"]*(?:"|$)')
_PRONOUNS = re.compile(r"\b(?:[Ww]e|[Uu]s|[Oo]urs?|[Yy]ou|[Yy]ours?|WE|OUR|YOUR?)\b")  # "US" is a country
_END = re.compile(r"(?<=[.!?]) ")
_IMPERATIVE = re.compile(
    r"\W{0,4}(?:please )?(?:sign|log|subscribe|register|join|become|get|receive|download|install|click|tap|scroll|share|follow|read"
    r"|listen|watch|view|see|find|learn|check|visit|explore|discover|send|submit|report an?|tell|let us know|contact|write|enter|create|start"
    r"|try|use|unlock|upgrade|support|give|donate|accept|allow|enable|disable|turn|choose|select|stay|want|agree|never|don't miss|for more)\b",
    re.IGNORECASE,
)


def unquoted(words: str) -> str:
    """Return *words* with each quotation cut down to one mark.

    Example:
        >>> unquoted('She said "we will go" and left.')
        'She said " and left.'
    """
    return _QUOTED.sub('"', words)


def addresses(words: str) -> bool:
    """Tell whether *words*, without quotations, name the page or its reader: "we", "your".

    Example:
        >>> addresses("Thank you for reading."), addresses("The US voted.")
        (True, False)
    """
    return _PRONOUNS.search(words) is not None


def bids(words: str) -> bool:
    """Tell whether a sentence in *words* begins as what a page bids its reader do.

    Example:
        >>> bids("Sign up for the morning letter."), bids("Signs went up.")
        (True, False)
    """
    return any(map(_IMPERATIVE.match, _END.split(words)))
