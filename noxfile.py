"""The checks of the project; continuous integration calls the same sessions."""

import nox

nox.options.default_venv_backend = "venv"
nox.options.sessions = ["lint", "types", "tests", "wheel"]
TEST = nox.project.dependency_groups(nox.project.load_toml("pyproject.toml"), "test")
LINT = nox.project.dependency_groups(nox.project.load_toml("pyproject.toml"), "lint")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and layout."""
    session.install(*LINT)
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types."""
    session.install("-e", ".", *LINT)
    session.run("mypy")


@nox.session
@nox.parametrize("pandas", ["pandas~=2.3.0", "pandas>=3"])
def tests(session: nox.Session, pandas: str) -> None:
    """Run the tests and the examples of the docstrings with the oldest and the newest pandas."""
    session.install("-e", ".", *TEST, pandas)
    session.run("pytest", "--doctest-modules", *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """Run the tests against the built wheel instead of the checkout."""
    session.install("build", *TEST)
    folder = session.create_tmp()
    session.run("python", "-m", "build", "--wheel", "--outdir", folder, ".")
    session.install("--find-links", folder, "--no-index", "--no-deps", "credtag")
    session.run("pytest", "tests", *session.posargs)
