"""Grade how well a claim is sourced: the weakest link decides, and every step is a reason that can be replayed.

The rule is a table, data/policy.tsv; docs/levels.md tells where each part of it comes from.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from os import PathLike
from pathlib import Path

from attrs import evolve, field, frozen

from credtag import resources
from credtag.errors import DataFileError, InputError
from credtag.labels import Category, Channel, Form, Kind, Level, Naming, Role
from credtag.records import Attribution, Caveat, Grade, Link, Reason, Source, Sources, hull

_MOST = 24  # caveats of one source that every claim of it is told
_OF_A_CLAIM = (
    Category.NOT_VERIFIED,
    Category.NO_EVIDENCE,
    Category.DISPUTED,
    Category.CONTRADICTED,
    Category.VERIFIED,
)
_LEVELS = tuple(Level)
_FLOOR = Level.HEARSAY.rank  # a step down stops here; only an adverse caveat leads lower
Chain = Sequence[Link]


# --------------------------------------------------------------------------- the rule


@frozen
class Policy:
    """The rule that grades a claim, read from a table in the layout of data/policy.tsv.

    Example:
        >>> import credtag
        >>> credtag.Policy.default().version
        '1'
    """

    version: str
    values: Mapping[tuple[str, str], int] = field(repr=False)
    codes: Mapping[tuple[str, str], str] = field(repr=False)
    capping: frozenset[str] = field(repr=False)  # the certainties with which a caveat caps

    @classmethod
    def read(cls, path: str | PathLike[str]) -> Policy:
        """Read a policy from a tab-separated file.

        Args:
            path: A file in the layout of data/policy.tsv, all its rows present.

        Raises:
            DataFileError: The file cannot be read.
            InputError: A row is missing or has no whole number; the message names it.
        """
        try:
            lines = Path(path).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise DataFileError(f"cannot read the policy {path}: {error}") from error
        rows = list(csv.DictReader((line for line in lines if line and line[0] != "#"), delimiter="\t"))
        return cls._of(rows, str(path))

    @classmethod
    def default(cls) -> Policy:
        """Return the policy that ships with credtag."""
        return _shipped()

    @classmethod
    def _of(cls, rows: Sequence[Mapping[str, str | None]], name: str) -> Policy:
        values: dict[tuple[str, str], int] = {}
        codes: dict[tuple[str, str], str] = {}
        capping = set()
        version = ""
        for row in rows:
            rule, case, value = (row.get(column) or "" for column in ("rule", "case", "value"))
            if rule == "version":
                version = value
            elif rule == "caps":
                capping.update([case] if value == "yes" else [])
            else:
                try:
                    values[rule, case] = int(value)
                except ValueError:
                    raise InputError(f"{name}: {rule!r}, {case!r} needs a whole number, not {value!r}") from None
                codes[rule, case] = row.get("reason") or ""
        for key in () if name == _SHIPPED else _shipped().values:
            if key not in values:
                raise InputError(f"{name} has no row for {key[0]!r}, {key[1]!r}")
        return cls(version, values, codes, frozenset(capping))


_SHIPPED = "policy.tsv"


@cache
def _shipped() -> Policy:
    return Policy._of(resources.table(_SHIPPED), _SHIPPED)


# --------------------------------------------------------------------------- one claim


def grade(
    chain: Chain,
    attribution: Attribution,
    of_sources: Mapping[str, Sequence[Caveat]],
    of_claim: Sequence[Caveat],
    policy: Policy,
) -> Grade:
    """Grade one claim.

    Args:
        chain: Its links, publisher first.
        attribution: The attribution that the chain belongs to.
        of_sources: The caveats of each source, by source id.
        of_claim: The caveats of the claim itself.
        policy: The rule.

    Returns:
        The level (None where the publisher names no basis), its reasons and the credibility that the text gives.
    """
    reasons = tuple(_reasons(chain, attribution, of_sources, of_claim, policy))
    return Grade(
        level=replay(reasons, policy),
        reasons=reasons,
        credibility=_credibility(of_claim, policy),
        policy=policy.version,
    )


def replay(reasons: Sequence[Reason], policy: Policy | None = None) -> Level | None:
    """Return the level to which *reasons* lead: the lowest base or cap, then the steps.

    Example:
        >>> from credtag.records import Reason
        >>> replay([Reason("named", "base 4"), Reason("distance", "step -1")])
        <Level.RELAYED: 'relayed'>
    """
    ceiling = (policy or _shipped()).values["ceiling", "corroborated"]
    bounds, steps = [], []
    based = False
    for reason in reasons:
        verb, _, number = reason.effect.partition(" ")
        based = based or verb == "base"
        if verb in ("base", "cap"):
            bounds.append(int(number))
        elif verb == "step":
            steps.append(int(number))
    if not based:
        return None
    rank = min(bounds)
    for step in sorted(steps):
        rank = max(rank + step, min(rank, _FLOOR)) if step < 0 else min(rank + step, max(rank, ceiling))
    return _LEVELS[rank]


def _reasons(
    chain: Chain,
    attribution: Attribution,
    of_sources: Mapping[str, Sequence[Caveat]],
    of_claim: Sequence[Caveat],
    policy: Policy,
) -> Iterator[Reason]:
    behind = [(hop, link) for hop, link in enumerate(chain) if hop > 0]
    if not behind:
        yield _own_voice(chain, attribution, policy)
    for hop, link in behind:
        if link.role is not Role.INTERVIEWER:
            yield _base(hop, link, chain[hop - 1], attribution, policy)
        for caveat in of_sources.get(link.source_id or "", ()):
            yield _of_source(hop, caveat, policy)
    if length := _length([link for _, link in behind], policy):
        yield length
    distancing = ("step", attribution.stance.value)
    if behind and distancing in policy.values:
        cue = hull(attribution.cue) if attribution.cue else None
        yield Reason(policy.codes[distancing], f"step {policy.values[distancing]}", cue)
    for caveat in sorted(of_claim, key=lambda c: (c.span, c.category)):
        yield _of_claim(caveat, policy, bool(behind))


def _own_voice(chain: Chain, attribution: Attribution, policy: Policy) -> Reason:
    if chain and chain[0].channel is Channel.OBSERVATION:
        key = ("base", Channel.OBSERVATION.value)
        cue = hull(attribution.cue) if attribution.cue else None
        return Reason(policy.codes[key], f"base {policy.values[key]}", cue, 0)
    return Reason("own-voice")


def _base(hop: int, link: Link, before: Link, attribution: Attribution, policy: Policy) -> Reason:
    case = link.channel.value if link.naming is Naming.NAMED else link.naming.value
    if link.kind is Kind.OUTLET and ("base", f"outlet {case}") in policy.values:
        case = f"outlet {case}"
    rank = min(policy.values["base", case], policy.values["cap", "1 source"])
    code = policy.codes["base", case]
    if link.naming is not Naming.NAMED:
        # A leak or a background briefing is no better for a described source than for a named one.
        rank = min(rank, policy.values["base", link.channel.value])
    if before.role is Role.INTERVIEWER and before.naming is not Naming.NAMED:
        rank = min(rank, policy.values["base", Channel.UNSTATED.value])  # "told a local newspaper"
    unspoken = not attribution.source and not attribution.cue and attribution.form is not Form.NARRATED
    if link.naming is Naming.UNSPECIFIED and link.source_id is None and unspoken:
        code = "no-source"
    return Reason(code, f"base {rank}", link.span, hop)


def _of_source(hop: int, caveat: Caveat, policy: Policy) -> Reason:
    key = ("cap", caveat.category.value)
    binds = caveat.caps and caveat.certainty in policy.capping and key in policy.values
    effect = f"cap {policy.values[key]}" if binds else "none"
    return Reason(_code(caveat.category), effect, caveat.span, hop)


def _of_claim(caveat: Caveat, policy: Policy, sourced: bool) -> Reason:
    for rule in ("cap", "step"):
        key = (rule, caveat.category.value)
        if key in policy.values and caveat.caps and caveat.certainty in policy.capping and sourced:
            return Reason(_code(caveat.category), f"{rule} {policy.values[key]}", caveat.span)
    return Reason(_code(caveat.category), "none", caveat.span)


def _code(category: Category) -> str:
    return category.value.replace("_", "-")


def _length(behind: Sequence[Link], policy: Policy) -> Reason | None:
    """Bound the chain by the number of its sources; an interviewer does not lengthen it."""
    count = sum(link.role is not Role.INTERVIEWER for link in behind)
    if count < 2:
        return None
    case = "4 sources" if count > 3 else f"{count} sources"
    return Reason(policy.codes["cap", case], f"cap {policy.values['cap', case]}")


def _credibility(of_claim: Sequence[Caveat], policy: Policy) -> str:
    digits = [policy.values.get(("credibility", c.category.value), 0) for c in of_claim if c.certainty != "denied"]
    return str(max(digits, default=0) or 6)


# --------------------------------------------------------------------------- a whole article


def grade_all(
    attributions: Sequence[Attribution],
    chains: Sequence[Chain],
    caveats: Sequence[Caveat],
    sources: Sources,
    policy: Policy,
) -> tuple[Grade, ...]:
    """Grade every claim of an article, each taken alone.

    Args:
        attributions: All attributions, the narrated ones included.
        chains: The chain of each.
        caveats: The caveats of the article's sources and claims.
        sources: The sources of the article.
        policy: The rule.

    Returns:
        One grade for each attribution.
    """
    of_sources: dict[str, list[Caveat]] = defaultdict(list)
    of_claims: dict[int, list[Caveat]] = defaultdict(list)
    for caveat in sorted(caveats, key=lambda c: (c.span, c.category)):
        if caveat.source_id is not None and caveat.category not in _OF_A_CLAIM:
            of_sources[caveat.source_id].append(caveat)
        elif caveat.attribution is not None:
            of_claims[caveat.attribution].append(caveat)
    of_sources.update({source_id: _summed(each) for source_id, each in of_sources.items() if len(each) > _MOST})
    return tuple(
        _with_reliability(grade(chain, found, of_sources, of_claims[i], policy), chain, sources)
        for i, (found, chain) in enumerate(zip(attributions, chains, strict=True))
    )


def _summed(caveats: Sequence[Caveat]) -> list[Caveat]:
    """Keep the first of each sort: a book that warns of a source in every chapter would give each claim every warning."""
    first: dict[tuple[Category, str, bool], Caveat] = {}
    for caveat in caveats:
        first.setdefault((caveat.category, caveat.certainty, caveat.caps), caveat)
    return list(first.values())


def _with_reliability(plain: Grade, chain: Chain, sources: Sources) -> Grade:
    origin: Source | None = sources.get(chain[-1].source_id) if len(chain) > 1 else None
    if origin is None or origin.reliability == plain.reliability:
        return plain
    return evolve(plain, reliability=origin.reliability)
