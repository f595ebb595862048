"""Data files are tested like code: well formed, and every row does what it says."""

import pytest

import credtag
from credtag import resources
from credtag.confidence import Policy
from credtag.labels import Category, Certainty, Channel, Naming, Stance

DATA = resources.path("policy.tsv").parent
TABLES = sorted(str(path.relative_to(DATA)) for path in DATA.rglob("*.tsv"))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_well_formed(name):
    lines = resources.path(name).read_bytes().decode("utf-8").split("\n")
    assert lines.pop() == ""  # the file ends with a line break
    rows = [line for line in lines if line.strip() and not line.startswith("#")]
    head = rows[0].split("\t")
    assert len(set(head)) == len(head)
    assert {line.count("\t") for line in rows} == {len(head) - 1}
    assert not [line for line in lines if "\r" in line]
    assert len(set(rows)) == len(rows)


def test_the_policy_knows_every_naming_and_channel():
    values = Policy.default().values
    for channel in Channel:
        assert ("base", channel.value) in values
    for naming in Naming:
        assert naming is Naming.NAMED or ("base", naming.value) in values


def test_the_policy_uses_labels_of_the_records():
    known = {
        "base": {*Channel, *Naming, *(f"outlet {channel}" for channel in Channel)},
        "cap": {*Category, "1 source", "2 sources", "3 sources", "4 sources"},
        "caps": set(Certainty),
        "step": {*Stance, *Category, "corroborated"},
        "ceiling": {"corroborated"},
        "credibility": set(Category),
        "version": {"policy"},
    }
    for row in resources.table("policy.tsv"):
        assert row["case"] in known[row["rule"]], row


REASONS = resources.table("reasons.tsv")


def test_reasons_are_unique():
    codes = [row["code"] for row in REASONS]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("row", REASONS, ids=lambda row: row["code"])
def test_a_reason_fires_on_its_example(row):
    tagged = credtag.tag(row["example"], publisher="The Harbour Post")
    assert row["code"] in {reason.code for claim in tagged.claims for reason in claim.grade.reasons}
