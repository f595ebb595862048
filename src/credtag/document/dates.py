"""Dates and times as pages write them."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},?(?: \d{{4}})?|\d{{4}}-\d\d-\d\d)"
_CLOCK = r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?(?:[ECMP][SD]?T|GMT|BST|UTC|CES?T|MSK)(?:[+-]\d{1,2})?)?"
_AGO = r"(?:an?|\d{1,3}) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?) ago"

DATE_LINE = re.compile(
    rf"(?:(?:(?:first |last )?(?:updated|published|posted|modified|created)(?: on| at)?|on|date) ?:? ?)*"
    rf"(?:{_CLOCK},? )?(?:{WEEKDAY},? )?{_DAY}(?:,? ?(?:[|/-]|at)? ?{_CLOCK})?"
    rf"(?: ?[|/;-] ?(?:(?:last )?updated|published)(?: on| at)? ?:? ?(?:{_DAY})?(?:,? ?{_CLOCK})?)?"
    rf"(?: (?:last )?updated {_AGO})?\.?",
    re.IGNORECASE,
)
TIME_LINE = re.compile(
    rf"(?:(?:first |last )?(?:updated|published|posted)(?: at)? ?:? ?)?(?:{_CLOCK}|{_AGO})", re.IGNORECASE
)
OPENING_TIME = re.compile(rf"(?:{_CLOCK}|{_AGO}) ?(?:-{{1,2}}|[|:])?\s+(?=[\"'A-Z])")
DATED = (  # a day with its year
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d"
)
