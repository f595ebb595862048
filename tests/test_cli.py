import io
import subprocess
import sys

import pandas as pd
import pytest

from credtag import CLAIMS
from credtag.cli import main

ARTICLE = """The port “will reopen by June,” Minister Ana Sorin told Radio Lumen on Monday.

She denied that the ministry had asked for money.
"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "port.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def test_the_table_shows_claim_chain_confidence_and_why(article, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "150")
    assert main(["tag", article, "--publisher", "The Harbour Post"]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 150
    for words in ("claim", "chain", "confidence", "why", "will reopen", "direct"):
        assert words in out


@pytest.mark.parametrize("columns", ["20", "80", "200"])
def test_the_table_fits_the_terminal(article, capsys, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    main(["tag", article])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= max(60, int(columns))


def test_jsonl_and_csv_read_back_as_the_claims_frame(article, capsys):
    main(["tag", article, "--format", "jsonl"])
    rows = CLAIMS.coerce(pd.read_json(io.StringIO(capsys.readouterr().out), lines=True, dtype=False))
    main(["tag", article, "--format", "csv"])
    table = io.StringIO(capsys.readouterr().out)
    table = CLAIMS.coerce(pd.read_csv(table, keep_default_na=False, na_values=[""]))
    assert len(rows) >= 2
    pd.testing.assert_frame_equal(rows, table)


FORMULAS = "=1+1 will be “+2,” Mayor @Ana Ruiz said.\n\n“=HYPERLINK(1),” Mayor Ana Ruiz said.\n\nIt rained -2 mm.\n"


def test_csv_holds_nothing_that_a_spreadsheet_runs(tmp_path, capsys):
    path = tmp_path / "-2+3.txt"
    path.write_text(FORMULAS, encoding="utf-8")
    assert main(["tag", str(path), "--format", "csv", "--publisher", "\t@SUM(1)"]) == 0
    rows = pd.read_csv(io.StringIO(capsys.readouterr().out), dtype=str)
    assert (rows["doc_id"] == "'-2+3").all()
    assert (rows["publisher"] == "'\t@SUM(1)").all()
    assert "'=1+1 will be “+2,”" in set(rows["content"])
    assert not any(cell[0] in "=+-@\t\r\n" for column in rows for cell in rows[column].dropna())


def test_csv_can_be_left_as_it_is(tmp_path, capsys):
    path = tmp_path / "-2+3.txt"
    path.write_text(FORMULAS, encoding="utf-8")
    assert main(["tag", str(path), "--format", "csv", "--raw"]) == 0
    rows = CLAIMS.coerce(
        pd.read_csv(io.StringIO(capsys.readouterr().out), dtype=str, keep_default_na=False, na_values=[""])
    )
    assert (rows["doc_id"] == "-2+3").all()
    assert "=1+1 will be “+2,”" in set(rows["content"])


def test_html_is_a_page(article, capsys):
    main(["tag", article, "--format", "html"])
    out = capsys.readouterr().out
    assert out.startswith("<!DOCTYPE html>")
    assert "<title>port</title>" in out


def test_the_result_goes_to_a_file(article, tmp_path, capsys):
    out = tmp_path / "claims.csv"
    assert main(["tag", article, "--format", "csv", "-o", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert out.read_text(encoding="utf-8").startswith("doc_id,claim_id,")


def test_a_dash_reads_standard_input():
    run = subprocess.run(
        [sys.executable, "-m", "credtag", "tag", "-", "--format", "jsonl"],
        input=ARTICLE.encode(),
        capture_output=True,
        check=True,
    )
    assert b"will reopen by June" in run.stdout
    assert run.stderr == b""


def test_explain_takes_a_number_or_an_id(article, capsys):
    assert main(["explain", article, "1"]) == 0
    by_number = capsys.readouterr().out
    assert "Ana Sorin" in by_number
    main(["tag", article, "--format", "csv"])
    first = pd.read_csv(io.StringIO(capsys.readouterr().out))["claim_id"][0]
    assert main(["explain", article, first]) == 0
    assert capsys.readouterr().out == by_number


REGISTRY = """source,label,value,citation_url,asserted_by,as_of,licence
Radio Lumen,reliability,{},https://council.example/7,{},2031-03-01,CC0-1.0
"""


@pytest.fixture
def labels(tmp_path):
    """Write two registries that agree."""
    paths = [tmp_path / "desk.csv", tmp_path / "council.csv"]
    for path in paths:
        path.write_text(REGISTRY.format("B", path.stem), encoding="utf-8")
    return [word for path in paths for word in ("--registry", str(path))]


def test_registries_fill_what_others_say_of_outlets(tmp_path, labels, capsys):
    path = tmp_path / "dam.txt"
    path.write_text("Radio Lumen reported that the dam may fail.\n", encoding="utf-8")
    assert main(["tag", str(path), "--format", "csv", *labels]) == 0
    assert pd.read_csv(io.StringIO(capsys.readouterr().out))["reliability"].tolist() == ["B"]
    assert main(["tag", str(path), "--format", "csv"]) == 0
    assert pd.read_csv(io.StringIO(capsys.readouterr().out))["reliability"].tolist() == ["F"]
    assert main(["explain", str(path), "1", *labels]) == 0
    said = capsys.readouterr().out
    assert [by for by in ("council", "desk") if f"{by} labels Radio Lumen" in said] == ["council", "desk"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["tag", "{article}", "--registry", "nowhere.csv"], "credtag: cannot read the registry nowhere.csv"),
        (["tag", "{article}", "--registry", "{article}"], "credtag: "),
        (["tag", "nowhere.txt"], "credtag: cannot read nowhere.txt: No such file or directory"),
        (["tag", "."], "credtag: cannot read .: Is a directory"),
        (["explain", "{article}", "99"], "credtag: there is no claim 99"),
        (["explain", "{article}", "port#1-2"], "credtag: "),
        (["tag", "{article}", "-o", "nowhere/claims.csv"], "credtag: cannot write nowhere/claims.csv"),
    ],
)
def test_what_cannot_be_done_is_said_on_standard_error(article, capsys, arguments, message):
    assert main([a.replace("{article}", article) for a in arguments]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith(message)
    assert output.err.count("\n") == 1


def test_a_file_in_another_encoding_is_an_error(tmp_path, capsys):
    path = tmp_path / "latin.txt"
    path.write_bytes("Zoë said so.".encode("latin-1"))
    assert main(["tag", str(path)]) == 1
    assert "is not UTF-8 text (byte 2)" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["tag"], ["tag", "x", "--format", "xml"], ["sing"]])
def test_a_wrong_command_line_exits_with_two(arguments, capsys):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2


def test_an_empty_file_gives_no_claims(tmp_path, capsys):
    path = tmp_path / "empty.txt"
    path.write_text("")
    assert main(["tag", str(path)]) == 0
    assert capsys.readouterr().out == "No claims found.\n"


def test_offsets_count_carriage_returns(tmp_path, capsys):
    path = tmp_path / "dos.txt"
    path.write_bytes(b"It rained.\r\n\r\nIt will snow, Ana Ruiz said.\r\n")
    main(["tag", str(path), "--format", "csv"])
    row = pd.read_csv(io.StringIO(capsys.readouterr().out)).set_index("content").loc["It will snow"]
    assert (row["start"], row["end"]) == (14, 26)
