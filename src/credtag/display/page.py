"""A page that a browser opens as it is: no script, no other file, nothing that the text could load."""

from __future__ import annotations

from credtag.display.markup import plain
from credtag.display.palette import style

# A second lock behind the escaping: even markup that slipped through could load and run nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(title: str, body: str, more_style: str = "") -> str:
    """Return a whole HTML page.

    Args:
        title: Its title, as text.
        body: Flow content, as HTML.
        more_style: Rules behind those that all displays share.
    """
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{plain(' '.join(title.split())) or 'article'}</title>\n<style>{style()}{_STYLE}{more_style}</style>\n</head>\n"
        f'<body class="credtag page">\n<main>\n{body}\n</main>\n</body>\n</html>'
    )


_STYLE = """
.credtag.page{max-width:none;margin:0;padding:0}
.page main{max-width:62rem;margin:0 auto;padding:1rem}
.page h1,.page h2{font-family:system-ui,sans-serif;line-height:1.3;color:inherit}
.page h1{font-size:1.5rem;margin:.2em 0}.page h2{font-size:1.15rem;margin:2em 0 .5em}
.page .read{max-width:44rem}
.page a{color:var(--direct-line)}
@media (max-width:44rem){.page main{padding:.6rem}}
@media print{.page main{max-width:none;padding:0}}
"""
