"""A result as a person sees it: the marked article, a list of claims, a picture of the sources."""

from __future__ import annotations

import pandas as pd

from credtag.display.article import reading
from credtag.display.chains import article_chart
from credtag.display.corpus import corpus_chart
from credtag.display.drawing import Svg
from credtag.display.listing import listing
from credtag.display.markup import Html
from credtag.display.palette import style
from credtag.display.report import report
from credtag.errors import InputError
from credtag.frames import Frames
from credtag.records import TaggedDocument

__all__ = ["Html", "Svg", "chart", "report", "show"]

# JupyterLab and MathJax would typeset $…$, \(…\) and \[…\].
_OPENING = '<div class="credtag mathjax_ignore tex2jax_ignore" lang="en">'


def show(tagged: TaggedDocument | pd.DataFrame) -> Html:
    """Show an article with its claims shaded by level, or the rows of a claims frame.

    Sources are bold, cues italic, caveats underlined with their category and certainty. Chain, level and reasons of a
    claim appear on hover and on keyboard focus. There is no script and no file beside the HTML; the colours are safe for
    the colour-blind, follow light and dark mode, and survive printing. What is not the article is folded.

    Args:
        tagged: The result of :func:`credtag.tag`, or a frame with columns of :data:`credtag.CLAIMS`, filtered as you like.

    Returns:
        An :class:`~credtag.display.markup.Html`: a notebook displays it, ``str()`` gives the HTML, in which all text is
        escaped. Of a frame the first 200 rows are shown.

    Raises:
        InputError: *tagged* is something else, or a frame without the columns that the list needs.

    Example:
        >>> import credtag
        >>> tagged = credtag.tag("The port will close in May, Mayor Ana Sorin said.", publisher="The Post")
        >>> '<span class="cue">said</span>' in str(credtag.show(tagged))
        True
        >>> claims = tagged.frames().claims
        >>> "Ana Sorin" in str(credtag.show(claims.query("confidence >= 'on_record'")))
        True
    """
    if isinstance(tagged, TaggedDocument):
        inside = reading(tagged)
    elif isinstance(tagged, pd.DataFrame):
        inside = listing(tagged)
    else:
        raise InputError(f"show takes the result of credtag.tag or a frame of claims, not {type(tagged).__name__}")
    return Html(f"<style>{style()}</style>{_OPENING}{inside}</div>")


def chart(tagged: TaggedDocument | Frames) -> Svg:
    """Draw the sources of an article, or what a corpus leans on, as SVG.

    Of an article: the publisher in the middle, the sources behind it on both sides, each as far out as its longest chain.
    Ribbons are as wide as their number of claims and coloured by level; the outline of a box says how openly a source is
    named; a badge gives a caveat with its certainty. Of a corpus: publishers, the sources next to them, and origins.

    Args:
        tagged: The result of :func:`credtag.tag`, or the :class:`~credtag.Frames` of many articles.

    Returns:
        An :class:`~credtag.display.drawing.Svg`: a notebook displays it, ``str()`` gives the text, ``.save(path)`` writes
        it. Of an article the 40 sources with most claims are drawn, of a corpus the 12 of each column; the description
        inside the picture says the same in words.

    Raises:
        InputError: *tagged* is something else.

    Example:
        >>> import credtag
        >>> tagged = credtag.tag("The port will close in May, Mayor Ana Sorin told Radio Lumen.", publisher="The Post")
        >>> "Radio Lumen → Ana Sorin: 1 direct" in str(credtag.chart(tagged))
        True
    """
    if isinstance(tagged, TaggedDocument):
        return article_chart(tagged)
    if isinstance(tagged, Frames):
        return corpus_chart(tagged)
    raise InputError(f"chart takes the result of credtag.tag or of credtag.to_frames, not {type(tagged).__name__}")
