"""credtag in a spaCy pipeline: ``nlp.add_pipe("credtag")``; spaCy finds it by its entry point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from credtag import shown
from credtag.errors import InputError, MissingExtra
from credtag.exchange import from_json, to_json
from credtag.item import KEYS
from credtag.records import Span, TaggedDocument
from credtag.tagger import Tagger

try:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan
except ImportError as error:
    raise MissingExtra('the pipeline component needs spaCy: pip install "credtag[spacy]"') from error

_ABOUT, _RESULT = "credtag", "credtag.json"  # keys of Doc.user_data: what is known of the article, what was found in it


class Component:
    """The pipeline component ``credtag``. It needs no other component, so that a blank pipeline will do.

    It sets ``doc._.credtag`` to the tagged document and the span groups ``claims`` (labels: levels, or ``unrated``),
    ``sources`` (labels: kinds; ``kb_id_``: source ids) and ``cues`` (labels: types of cues), in each of which ``id_`` is the id
    of the claim. What is known of an article goes with it as ``doc.user_data["credtag"]``, a mapping with arguments of
    :func:`credtag.tag` such as publisher and url.

    Args:
        tagger: What finds the claims.
        publisher: The publisher of articles that name no other.

    Example:
        >>> import spacy
        >>> nlp = spacy.blank("en")
        >>> _ = nlp.add_pipe("credtag", config={"publisher": "The Harbour Post"})
        >>> doc = nlp("The dam may fail, Mayor Ana Ruiz said.")
        >>> [(span.text, span.label_) for span in doc.spans["claims"]]
        [('The dam may fail', 'on_record')]
        >>> doc._.credtag.frames().claims["chain"].tolist()
        ['The Harbour Post > Ana Ruiz']
    """

    def __init__(self, tagger: Tagger, publisher: str | None = None) -> None:
        self.tagger = tagger
        self.publisher = publisher

    def __call__(self, doc: Doc) -> Doc:
        """Tag a document.

        Raises:
            InputError: What ``doc.user_data["credtag"]`` says of the article is no argument of :func:`credtag.tag`.
        """
        tagged = self.tagger.tag(doc.text, **{"publisher": self.publisher, **_about(doc)})
        doc.user_data[_RESULT] = to_json(tagged)  # as text, so that spaCy can pass the document to and from processes
        for group in ("claims", "sources", "cues"):
            doc.spans[group] = []
        for claim in shown.claims(tagged):
            found, said_by = claim.attribution, claim.chain[-1]
            id_ = claim.claim_id
            doc.spans["claims"].extend(_spans(doc, found.content, claim.grade.level or "unrated", id_))
            doc.spans["sources"].extend(_spans(doc, found.source, said_by.kind, id_, said_by.source_id or ""))
            doc.spans["cues"].extend(_spans(doc, found.cue, found.cue_type, id_))
        return doc


def _about(doc: Doc) -> Mapping[str, Any]:
    """Return what the caller said of the article."""
    about = doc.user_data.get(_ABOUT, {})
    known = [key for key in KEYS if key != "text"]
    if not isinstance(about, Mapping) or (unknown := [key for key in about if key not in known]):
        wrong = repr(unknown[0]) if isinstance(about, Mapping) else type(about).__name__
        raise InputError(f'doc.user_data["credtag"] is a mapping with the keys {", ".join(known)}, not {wrong}')
    return about


def _spans(doc: Doc, spans: Sequence[Span], label: str, claim_id: str, source_id: str = "") -> list[DocSpan]:
    # Whole tokens, since spaCy has no smaller spans; the exact offsets are in doc._.credtag.
    found = (
        doc.char_span(s.start, s.end, str(label), source_id, alignment_mode="expand", span_id=claim_id) for s in spans
    )
    return [each for each in found if each is not None]


def _result(doc: Doc) -> TaggedDocument | None:
    line = doc.user_data.get(_RESULT)
    return None if line is None else from_json(line)


def make(nlp: Language, name: str, publisher: str | None) -> Component:
    """Make the component for a pipeline; spaCy calls this."""
    return Component(Tagger(), publisher)


Doc.set_extension("credtag", getter=_result, force=True)
Language.factory("credtag", assigns=["doc._.credtag", "doc.spans"], default_config={"publisher": None}, func=make)
