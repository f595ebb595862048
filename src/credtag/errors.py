"""The exceptions and the warning that credtag raises: one family, one line of advice each."""


class CredtagError(Exception):
    """The family of every error that credtag raises on purpose."""


class InputError(CredtagError, ValueError):
    """What the caller passed in cannot be read; the message says what to pass instead."""


class SchemaError(CredtagError, ValueError):
    """A frame does not fit its schema; the message names the column and the value."""


class DataFileError(CredtagError, OSError):
    """A data file of the package is missing or damaged; reinstalling credtag mends it."""


class MissingExtra(CredtagError, ImportError):  # noqa: N818 - the name says what is missing
    """An optional dependency is needed; the message names the extra that brings it."""


class CredtagWarning(UserWarning):
    """Something that the caller can change made the result weaker than it could be."""
