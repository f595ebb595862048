"""The checks of the project; continuous integration calls the same sessions."""

import nox

nox.options.default_venv_backend = "venv"
nox.options.sessions = ["lint", "types", "tests", "wheel"]


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and layout."""
    session.install("-e", ".[lint]")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types."""
    session.install("-e", ".[lint]")
    session.run("mypy")


@nox.session
@nox.parametrize("pandas", ["pandas~=2.3.0", "pandas>=3"])
def tests(session: nox.Session, pandas: str) -> None:
    """Run the tests and the examples of the docstrings with the oldest and the newest pandas."""
    session.install("-e", ".[test]", pandas)
    session.run("pytest", "--doctest-modules", *session.posargs)


@nox.session
def engines(session: nox.Session) -> None:
    """Run the code of docs/pipelines.md on Dask, Ray and, where there is Java, Spark."""
    session.install("-e", ".[dask,ray,spark,test]")
    session.run("pytest", "tests/engines", *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """Run the tests against the built wheel instead of the checkout."""
    session.install(".[test]")
    session.run("pytest", "tests", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation: notebooks run, warnings are errors; then check that everything public is in it."""
    session.install("-e", ".[docs,test]")
    session.run("sphinx-build", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html", *session.posargs)
    session.run("pytest", "tests/test_docs.py")


@nox.session
def browser(session: nox.Session) -> None:
    """Open display, report and documentation in headless Chromium, where one is installed."""
    session.install("-e", ".[browser,test]")
    session.run("pytest", "tests/browser", *session.posargs)
