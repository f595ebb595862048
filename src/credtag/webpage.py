"""Web pages: the article's text and metadata out of HTML that is already at hand. Nothing is fetched."""

from __future__ import annotations

import re
import warnings
from configparser import ConfigParser
from copy import deepcopy
from functools import cache
from importlib.util import find_spec
from typing import Any

from credtag.errors import CredtagWarning, InputError, MissingExtra

_STUB = 1500  # letters; an article that asks for money and is shorter is only its beginning
_PAID = re.compile(r'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
_PROMPT = re.compile(
    r"\b(?:subscribe|log in|sign in|sign up|register|create (?:a|your) (?:free )?account)\b[^.]{0,60}\bto (?:continue|keep|read)"
    r"|\bto (?:continue|keep) reading\b|\bfor subscribers only\b|\benable javascript\b",
    re.IGNORECASE,
)


def from_html(html: str | bytes, url: str | None = None) -> dict[str, Any]:
    """Return the keyword arguments of :func:`credtag.tag` for a web page: its article without what surrounds it.

    The text is found with trafilatura, the metadata in JSON-LD, OpenGraph and the byline. The network is never used.

    Args:
        html: The page; bytes are decoded as the page declares.
        url: Its address, if it is known.

    Returns:
        The keys text, headline, publisher, published (a date as YYYY-MM-DD), authors and url. The text begins with the
        headline; what is not found is None, an empty text or no authors.

    Raises:
        InputError: *html* or *url* is something else.
        MissingExtra: trafilatura is not installed.

    Warns:
        CredtagWarning: The page holds no article, or only the beginning of one for sale.

    Example:
        >>> import credtag
        >>> page = "<html><head><meta property='og:site_name' content='The Harbour Post'></head><body><article>"
        >>> page += "<h1>Port to close</h1><p>The port will close in May, Ana Sorin said.</p></article></body></html>"
        >>> found = credtag.from_html(page)
        >>> found["text"].splitlines()
        ['Port to close', 'The port will close in May, Ana Sorin said.']
        >>> credtag.tag(**found).document.publisher
        'The Harbour Post'
    """
    if not isinstance(html, str | bytes):
        raise InputError(f"html must be a str or bytes, not {type(html).__name__}")
    if not isinstance(url, str | None):
        raise InputError(f"url must be a str or None, not {type(url).__name__}")
    if find_spec("trafilatura") is None:
        raise MissingExtra('reading web pages needs trafilatura: pip install "credtag[html]"')
    found = _extract(html, url)
    headline = _headline(html, found) if found else None
    text = _text(found, headline) if found else ""
    _warn(html, text)
    return {
        "text": text,
        "headline": headline,
        "publisher": _publisher(found) if found else None,
        "published": found.date if found else None,
        "authors": [name for name in (found.author or "").split("; ") if name] if found else [],
        "url": url or (found.url if found else None),
    }


def _extract(html: str | bytes, url: str | None) -> Any:
    """Return what trafilatura makes of a page, or None."""
    import trafilatura  # takes a third of a second: only who reads pages pays for it

    return trafilatura.bare_extraction(
        html,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"extensive_search": False, "original_date": True},  # no year out of the text
        config=_config(),
    )


@cache
def _config() -> ConfigParser:
    from trafilatura.settings import DEFAULT_CONFIG

    config: ConfigParser = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"].update({"MIN_EXTRACTED_SIZE": "1", "MIN_OUTPUT_SIZE": "1"})  # short news is news
    return config


def _headline(html: str | bytes, found: Any) -> str | None:
    """Return the heading with which the text opens, else what the metadata say, which in a live report can be an entry's."""
    from trafilatura import load_html

    opening = (found.text or "").strip().partition("\n")[0]
    tree = load_html(html)
    headings = () if tree is None else (" ".join(h1.text_content().split()) for h1 in tree.iter("h1"))
    title: str | None = found.title
    return opening if opening and opening in headings else title


def _text(found: Any, headline: str | None) -> str:
    text: str = (found.text or "").strip()
    if not headline or not text or text.startswith(headline):
        return text
    return f"{headline}\n{text}"


def _publisher(found: Any) -> str | None:
    """Return the name of the site; trafilatura gives its host where the page names none."""
    name: str | None = found.sitename
    return None if not name or (found.hostname and name.lower() in found.hostname) else name


def _warn(html: str | bytes, text: str) -> None:
    page = html if isinstance(html, str) else html.decode("utf-8", "replace")
    if not text:
        warnings.warn("no article was found in the page: tag its text instead", CredtagWarning, stacklevel=3)
    elif len(text) < _STUB and (_PAID.search(page) or _PROMPT.search(page)):
        message = (
            f"the page holds only {len(text)} characters of an article that is not free to read: tag the whole text"
        )
        warnings.warn(message, CredtagWarning, stacklevel=3)
