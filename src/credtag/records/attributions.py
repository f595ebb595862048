"""Who is reported to say what, and on what occasion."""

from __future__ import annotations

from functools import cached_property

from attrs import evolve, frozen

from credtag.labels import Channel, CueType, Factuality, Form, Polarity, Stance
from credtag.records.text import Span, hull


@frozen
class Occasion:
    """The circumstances of an utterance: the words around cue and source that say how it came about."""

    channel: Channel = Channel.UNSTATED
    span: Span | None = None  # the words that name the channel
    interviewer: Span | None = None  # "told NBC News": the noun phrase of the outlet or body spoken to
    relays: tuple[Span, ...] = ()  # outlets that passed the words on, nearest to the publisher first
    upstream: tuple[Span, ...] = ()  # "Tass reported, citing the ministry": the noun phrase behind the source
    reported: Span | None = None  # "reportedly" and the like with no named source over the clause


@frozen
class Attribution:
    """A source, a cue and the content they report (PARC, PolNeAR), found in the text.

    ``inside`` is the index of the attribution whose content holds this one. A narrated attribution has neither cue nor source.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    form: Form = Form.INDIRECT
    cue_type: CueType = CueType.NONE
    stance: Stance = Stance.STATES
    factuality: Factuality = Factuality.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    hedges: tuple[Span, ...] = ()
    occasion: Occasion = Occasion()
    inside: int | None = None
    score: float = 1.0

    @cached_property
    def span(self) -> Span:
        """The hull of the content."""
        return hull(self.content)

    def within(self, inside: int | None) -> Attribution:
        """Return this attribution inside the one with the index *inside*."""
        return self if inside == self.inside else evolve(self, inside=inside)
