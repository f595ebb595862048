"""The labels that records carry; docs/frames.md says what each means."""

from __future__ import annotations

from enum import StrEnum


class ZoneKind(StrEnum):
    """The part of an article that a stretch of text belongs to."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    APPEAL = "appeal"
    FURNITURE = "furniture"


class Form(StrEnum):
    """How the words of a claim are reported."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NARRATED = "narrated"


class CueType(StrEnum):
    """The kind of act that a cue names."""

    STATEMENT = "statement"
    CITATION = "citation"
    BELIEF = "belief"
    KNOWLEDGE = "knowledge"
    INTENTION = "intention"
    EMOTION = "emotion"
    PERCEPTION = "perception"
    QUESTION = "question"
    NONE = "none"


class Stance(StrEnum):
    """What the source does with the content."""

    STATES = "states"
    CLAIMS = "claims"
    CONFIRMS = "confirms"
    DENIES = "denies"
    PREDICTS = "predicts"
    ASKS = "asks"
    WANTS = "wants"
    UNCOMMITTED = "uncommitted"


class Factuality(StrEnum):
    """How certain the source presents the content as being (FactBank, Saurí and Pustejovsky 2009)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSPECIFIED = "unspecified"


class Polarity(StrEnum):
    """Whether the content is presented as holding or as not holding."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Role(StrEnum):
    """What a link does in a chain."""

    PUBLISHER = "publisher"
    RELAY = "relay"
    INTERVIEWER = "interviewer"
    ORIGIN = "origin"


class Kind(StrEnum):
    """What sort of thing a source is."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    OUTLET = "outlet"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class Naming(StrEnum):
    """How openly the text names a source, strongest first."""

    NAMED = "named"
    DESCRIBED = "described"
    ANONYMOUS = "anonymous"
    UNSPECIFIED = "unspecified"


class Channel(StrEnum):
    """How the words of a link reached the link before it."""

    INTERVIEW = "interview"
    CORRESPONDENCE = "correspondence"
    PRESS_CONFERENCE = "press_conference"
    SPEECH = "speech"
    TESTIMONY = "testimony"
    WRITTEN_STATEMENT = "written_statement"
    SOCIAL_POST = "social_post"
    BROADCAST = "broadcast"
    DOCUMENT = "document"
    COURT_FILING = "court_filing"
    LEAK = "leak"
    BRIEFING = "briefing"
    POLL = "poll"
    REPORT = "report"
    HEARSAY = "hearsay"
    OBSERVATION = "observation"
    UNSTATED = "unstated"


class Category(StrEnum):
    """What a caveat says about a source or a claim."""

    STATE_CONTROL = "state_control"
    SECURITY_LINK = "security_link"
    PARTY_LINK = "party_link"
    DESIGNATION = "designation"
    TRACK_RECORD = "track_record"
    INTEREST = "interest"
    ANONYMITY = "anonymity"
    NOT_VERIFIED = "not_verified"
    NO_EVIDENCE = "no_evidence"
    DISPUTED = "disputed"
    CONTRADICTED = "contradicted"
    VERIFIED = "verified"


class Certainty(StrEnum):
    """How firmly the text asserts a caveat."""

    ASSERTED = "asserted"
    REPUTED = "reputed"
    HEDGED = "hedged"
    ATTRIBUTED = "attributed"
    DENIED = "denied"


class Decision(StrEnum):
    """What an analyst decides about a claim or a source."""

    MERGE = "merge"
    SPLIT = "split"
    LEVEL = "level"
    RELIABILITY = "reliability"
    CREDIBILITY = "credibility"
    REJECT = "reject"


class Level(StrEnum):
    """How well a claim is sourced, worst first. It never says that a claim is true or false."""

    CAVEATED = "caveated"
    HEARSAY = "hearsay"
    UNNAMED = "unnamed"
    RELAYED = "relayed"
    ON_RECORD = "on_record"
    DIRECT = "direct"
    OBSERVED = "observed"

    @property
    def rank(self) -> int:
        """The place of the level in the order, 0 to 6."""
        return tuple(Level).index(self)
