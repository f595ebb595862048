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
def wheel(session: nox.Session) -> None:
    """Run the tests against the built wheel instead of the checkout."""
    session.install(".[test]")
    session.run("pytest", "tests", *session.posargs)
