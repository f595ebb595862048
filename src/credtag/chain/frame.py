"""Read the words around a cue: another time, a day, that somebody adds, writes or urges."""

from __future__ import annotations

import re

from credtag.attribution.occasions import circumstances
from credtag.records import Attribution, Document, hull

ANOTHER_TIME = re.compile(
    r"\b(?:then|at the time|earlier|previously|before|once|formerly|years?|months?|ago|(?-i:[Tt]his week)|last (?:week|month|year|summer|fall"
    r"|autumn|winter|spring)|subsequent|in (?:19|20)\d\d|since|in (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)|repeatedly|often|always|constantly|continually|consistently|frequently|regularly|routinely|has|have|had|long|recently"
    r"|(?:another|a different|a separate) (?:[\w-]+ )?(?:occasion|setting|conversation|appearance(?! on\b)))\b",
    re.IGNORECASE,
)
_LATER = re.compile(r"\blater\b(?! (?:in|on|during) (?:the|his|her|their)\b)", re.IGNORECASE)
DAY = re.compile(rf"\b{circumstances.DAY}\b")
_DATING = re.compile(r"\b(?:after|before|until|ever since) (?:the )?\Z", re.IGNORECASE)
_ADVERB = 15  # characters before an utterance in which a conjunction may stand
_URGING = re.compile(
    r"\b(?:urg|exhort|implor|appeal|demand|vow|promis|pledg|threaten|recommend)(?:es?|s|ed|ing|e?d)?\b|\bcall(?:s|ed|ing)? (?:on|for|upon)\b"
)
_WRITING = re.compile(r"\bw(?:rote|rites?|riting|ritten)\b")
_ASIDE = re.compile(r", (?:which|who|whose|whom) [^,;]*,")  # "without a plan, which he has not written, she said"
_PAUSE = re.compile(r"[,;:]| that ")
_MORE = re.compile(r"\b(?:also|add(?:ed|s|ing))\b")
_ASKED = re.compile(
    r"[\"']?(?:When |As he was |As she was )?(?:asked|pressed|questioned|quizzed|challenged|pushed)\b", re.IGNORECASE
)


def start(attribution: Attribution) -> int:
    """Return where the first part of an attribution begins."""
    return min(s.start for s in (*attribution.content, *attribution.cue, *attribution.source))


def hangs(document: Document, attribution: Attribution) -> bool:
    """Tell whether an utterance only dates what the sentence tells: "it turned sour after she called him a fraud"."""
    start = hull((*attribution.cue, *attribution.source)).start
    return _DATING.search(document.normal, max(start - _ADVERB, 0), start) is not None


def trails(document: Document, attribution: Attribution) -> bool:
    """Tell whether an utterance is one beside another: "she said, repeating a line of last week"."""
    return document.normal[attribution.cue[0].start : attribution.cue[0].end].partition(" ")[0].endswith("ing")


def urges(document: Document, attribution: Attribution) -> bool:
    """Tell whether an intention is uttered, and no mere wish: "urged", "called on", "promised"."""
    return any(_URGING.search(document.normal, cue.start, cue.end) for cue in attribution.cue)


def another_time(
    document: Document, attribution: Attribution, weekday: str | None, vague: frozenset[str] = frozenset()
) -> bool:
    """Tell whether something was said at another time than on a *weekday*; words that are *vague* tell none."""
    words = around(document, attribution)
    if any(word.lower() not in vague for word in ANOTHER_TIME.findall(words)) or _LATER.search(words):
        return True
    told = DAY.search(words)
    return told is not None and weekday is not None and told[0] != weekday


def day(document: Document, attribution: Attribution) -> str | None:
    """Return the weekday on which something was said."""
    found = DAY.search(around(document, attribution)) if attribution.cue else None
    return None if found is None else found[0]


def around(document: Document, attribution: Attribution) -> str:
    """Return the cue with the words just before and after source and cue, up to the content or the sentence's end."""
    anchors = hull((*attribution.cue, *attribution.source))
    first, last = document.sentence_at(anchors.start), document.sentence_at(anchors.end - 1)
    lo = max(document.sentences[first].start if first is not None else anchors.start, anchors.start - 60)
    hi = min(document.sentences[last].end if last is not None else anchors.end, anchors.end + 60)
    lo = max((lo, *(piece.end for piece in attribution.content if piece.start < anchors.start)))
    hi = min((hi, *(piece.start for piece in attribution.content if piece.end > anchors.end)))
    if first is not None and _ASKED.match(document.normal, document.sentences[first].start):
        lo = anchors.start  # "Asked whether they had met since, she replied"
    before, after = _ASIDE.sub(",", document.normal[lo : anchors.start]), document.normal[anchors.end : hi]
    cues = [document.normal[s.start : s.end] for s in attribution.cue]
    return " ".join((before, *cues, _PAUSE.split(after, maxsplit=1)[0]))


def adds(document: Document, attribution: Attribution) -> bool:
    """Tell whether an utterance goes on with another: "also said", "added"."""
    return bool(attribution.cue) and _MORE.search(around(document, attribution)) is not None


def writes(document: Document, attribution: Attribution) -> bool:
    """Tell whether something was written: "wrote"."""
    return any(_WRITING.search(document.normal, cue.start, cue.end) for cue in attribution.cue)


def paragraph(document: Document, attribution: Attribution) -> int:
    """Return the paragraph in which an attribution stands, by its cue or source."""
    anchors = (*attribution.cue, *attribution.source) or attribution.content
    return document.paragraph_at(hull(anchors).start) or 0
