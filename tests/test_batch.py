"""From a file of articles to a folder of parquet files, whatever happens on the way."""

import json
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from functools import partial
from itertools import islice

import pandas as pd
import pytest

import credtag
from credtag import attribution
from credtag.batch import FRAMES, Batch
from credtag.cli import main

TOWNS = ["Marn", "Veshnia", "Oblin", "Tarrow", "Quell"]
ROWS = [
    {
        "body": f"The bridge at {TOWNS[n % 5]} will open in {2030 + n}, Mayor Ana Ruiz told Radio Lumen. It rained.",
        "outlet": "The Harbour Post" if n % 3 else None,
        "key": f"{TOWNS[n % 5]}-{n // 10}",  # two rows share each
    }
    for n in range(50)
]
MANY = ROWS * 4  # enough that a run on a busy machine is still on its way when a signal comes
COLUMNS = {"text": "body", "doc_id": "key", "publisher": "outlet"}
OPTIONS = ["--text", "body", "--id", "key", "--publisher", "outlet", "--rows", "7"]
RULES = credtag.Tagger(extract=attribution.by_rules)


@pytest.fixture
def write(tmp_path):
    """Write rows to a file of the kind that its suffix tells."""

    def written(suffix, rows=ROWS):
        path, frame = tmp_path / f"articles{suffix}", pd.DataFrame(rows)
        if suffix == ".csv":
            frame.to_csv(path, index=False)
        elif suffix == ".jsonl":
            frame.to_json(path, orient="records", lines=True)
        else:
            frame.to_parquet(path)
        return path

    return written


def assert_equal(frames, others):
    for name in FRAMES:
        pd.testing.assert_frame_equal(getattr(frames, name), getattr(others, name))


def plain(rows=ROWS, tagger=RULES):
    """Return the frames of the rows without any file."""
    items = [{key: row[column] for key, column in COLUMNS.items()} for row in rows]
    return credtag.to_frames(tagger.tag_all(items, on_error="record"))


# --------------------------------------------------------------------------- what comes out


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_file_in_parts_gives_the_frames_of_its_rows(write, tmp_path, suffix, workers):
    batch = Batch(write(suffix), tmp_path / "out", rows=7, tagger=RULES, **COLUMNS)
    assert batch.run(workers=workers) == (50, 0)
    assert_equal(credtag.Frames.read_parquet(tmp_path / "out"), plain())
    assert len(list((tmp_path / "out/claims.parquet").iterdir())) == 8
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted(
        ["batch.json", *(f"{name}.parquet" for name in FRAMES)]
    )


def test_ids_are_unique_over_all_parts(write, tmp_path):
    Batch(write(".csv"), tmp_path / "out", rows=7, tagger=RULES, **COLUMNS).run()
    frames = credtag.Frames.read_parquet(tmp_path / "out")
    assert credtag.CLAIMS.problems(frames.claims) == credtag.SOURCES.problems(frames.sources) == []
    assert frames.claims["doc_id"].nunique() == len(ROWS)


def test_bad_rows_stand_beside_the_results(write, tmp_path):
    rows = [row | ({"body": None} if n in (0, 9, 48) else {}) for n, row in enumerate(ROWS)]
    assert Batch(write(".jsonl", rows), tmp_path / "out", rows=7, tagger=RULES, **COLUMNS).run() == (50, 3)
    frames = credtag.Frames.read_parquet(tmp_path / "out")
    assert_equal(frames, plain(rows))
    assert frames.errors["position"].tolist() == [0, 9, 48]
    assert frames.errors["error"].str.match(r"article (0|9|48): text must be a str").all()


def test_an_empty_file_gives_empty_frames(tmp_path):
    source = tmp_path / "none.csv"
    source.write_text("text\n")
    assert Batch(source, tmp_path / "out").run() == (0, 0)
    assert_equal(credtag.Frames.read_parquet(tmp_path / "out"), credtag.to_frames([]))


def test_progress_can_be_watched(write, tmp_path):
    seen = []

    def watch(tagged, done, total):
        seen.append((done, total))
        for each in tagged:
            seen.append(each.document.doc_id)
            yield each

    Batch(write(".csv"), tmp_path / "out", rows=7, tagger=RULES, **COLUMNS).run(watch=watch)
    assert seen == [(0, 50), *(row["key"] for row in ROWS)]


# --------------------------------------------------------------------------- rows that cannot be read


def errors_of(path, tmp_path):
    batch = Batch(path, tmp_path / "out", tagger=RULES)
    batch.run()
    return credtag.Frames.read_parquet(tmp_path / "out").errors.set_index("position")["error"].to_dict()


def test_lines_that_are_no_json_are_listed(tmp_path):
    path = tmp_path / "a.jsonl"
    lines = [
        b'{"text": "It rained."}',
        b"{",
        b"[1]",
        b"",
        b'{"text": 7}',
        b'{"body": "It rained."}',
        b'{"text": "\xff"}',
    ]
    path.write_bytes(b"\n".join(lines))
    errors = errors_of(path, tmp_path)
    assert [errors.pop(n).split(":")[1] for n in range(1, 6)] == [
        " line 2 is no JSON",
        " line 3 is no JSON object",
        " text must be a str, not int (7)",
        " text must be a str, not NoneType (None)",
        " line 7 is not UTF-8 text",
    ]
    assert errors == {}


def test_lines_that_are_no_row_of_the_table_are_listed(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b'id,text\n1,It rained.\n2,"It, too",3\n4\n5,\xff\n6,"It rained.' + b" " * 140_000 + b'"\n')
    errors = errors_of(path, tmp_path)
    assert list(errors) == [1, 2, 3]
    assert "line 3 has more fields than the header" in errors[1]
    assert "text must be a str, not NoneType" in errors[2]
    assert "line 5 is not UTF-8 text" in errors[3]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.xlsx", b"", "a.xlsx is no table that can be read: its name must end in .csv, .jsonl, .parquet"),
        ("a.csv", b"body\nIt rained.\n", "a.csv has no column 'text'; it has body"),
        ("a.csv", b"text,text\nIt rained.,a\n", "a.csv has several columns 'text'"),
        ("a.csv", b"", "a.csv has no column 'text'; it has "),
        ("a.jsonl", b'{"body": "It rained."}', "a.jsonl has no column 'text'; it has body"),
        ("a.parquet", b"PAR1", "a.parquet is no parquet"),
    ],
)
def test_a_file_that_is_no_such_table_is_an_error(tmp_path, name, data, message):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(credtag.InputError, match=message):
        Batch(path, tmp_path / "out").run()
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(credtag.InputError, match=r"cannot read .*nowhere\.csv: No such file"):
        Batch(tmp_path / "nowhere.csv", tmp_path / "out").run()


# --------------------------------------------------------------------------- folders


def test_a_folder_with_a_batch_is_left_alone_unless_it_is_resumed(write, tmp_path):
    batch = Batch(write(".csv"), tmp_path / "out", tagger=RULES, **COLUMNS)
    batch.run()
    with pytest.raises(credtag.InputError, match="holds a batch: resume it, or choose another folder"):
        batch.run()
    assert batch.run(resume=True) == (50, 0)
    assert_equal(credtag.Frames.read_parquet(tmp_path / "out"), plain())


def test_a_folder_with_other_files_is_left_alone(write, tmp_path):
    with pytest.raises(credtag.InputError, match="is not empty and holds no batch"):
        Batch(write(".csv"), tmp_path, **COLUMNS).run(resume=True)


@pytest.mark.parametrize(("key", "change"), [("rows", {"rows": 8}), ("publisher", {"publisher": None}), ("source", {})])
def test_another_batch_is_not_resumed(write, tmp_path, key, change):
    arguments = {"source": write(".csv"), "folder": tmp_path / "out", "tagger": RULES} | COLUMNS
    Batch(**arguments).run()
    if key == "source":
        write(".csv", ROWS[1:])
    with pytest.raises(credtag.InputError, match=f"holds a batch with another {key}"):
        Batch(**arguments | change).run(resume=True)


# --------------------------------------------------------------------------- what happens on the way


def fail_once(marker, document, *rest):
    if "2070" in document.text and not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return attribution.by_rules(document, *rest)


def test_a_killed_worker_costs_no_row(write, tmp_path):
    tagger = credtag.Tagger(extract=partial(fail_once, tmp_path / "once"))
    with pytest.warns(credtag.CredtagWarning, match="tagged again"):
        Batch(write(".csv"), tmp_path / "out", rows=7, tagger=tagger, **COLUMNS).run(workers=2)
    assert_equal(credtag.Frames.read_parquet(tmp_path / "out"), plain())


def test_an_error_on_the_way_leaves_whole_parts_and_no_worker(write, tmp_path):
    def watch(tagged, done, total):
        for n, each in enumerate(tagged):
            if n == 24:
                raise OSError("No space left on device")
            yield each

    batch = Batch(write(".csv"), tmp_path / "out", rows=7, tagger=RULES, **COLUMNS)
    with pytest.raises(OSError, match="No space left"):
        batch.run(workers=2, watch=watch)
    assert multiprocessing.active_children() == []
    assert len(list((tmp_path / "out/errors.parquet").iterdir())) == 3
    assert batch.run(resume=True) == (50, 0)
    assert_equal(credtag.Frames.read_parquet(tmp_path / "out"), plain())


def test_names_stay_apart_over_a_stop(tmp_path):
    source, out = tmp_path / "a.jsonl", tmp_path / "out"
    texts = ["", "It rained.", None, "They said so."] * 5
    source.write_text("".join(json.dumps({"text": text, "name": "x"}) + "\n" for text in texts))

    def stop(tagged, done, total):
        yield from islice(tagged, 10)
        raise KeyboardInterrupt

    batch = Batch(source, out, doc_id="name", rows=3, tagger=RULES)
    with pytest.raises(KeyboardInterrupt):
        batch.run(watch=stop)
    assert batch.run(resume=True) == (20, 5)
    frames = credtag.Frames.read_parquet(out)
    names = pd.concat([frames.sources["doc_id"], frames.errors["doc_id"]])
    assert set(names) == {"x", *(f"x.{n}" for n in range(2, 21))}
    assert_equal(
        frames, credtag.to_frames(RULES.tag_all([{"text": t, "doc_id": "x"} for t in texts], on_error="record"))
    )


def heed_interrupts():
    """Undo what a shell does to programs in the background: they would inherit that they are deaf to interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture(scope="module")
def undisturbed():
    return plain(MANY, credtag.Tagger())


@pytest.mark.parametrize(
    ("suffix", "workers", "sent"),
    [(".csv", 1, signal.SIGKILL), (".jsonl", 2, signal.SIGKILL), (".parquet", 2, signal.SIGINT)],
)
def test_killed_twice_and_resumed_is_as_good_as_undisturbed(write, tmp_path, undisturbed, suffix, workers, sent):
    killed = tmp_path / "killed"
    arguments = ["batch", str(write(suffix, MANY)), str(killed), *OPTIONS, "--resume"]
    command = [sys.executable, "-m", "credtag", *arguments, "--workers", str(workers)]
    chance = random.Random(suffix)
    for parts in (chance.randrange(1, 4), chance.randrange(5, 9)):
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        run = subprocess.Popen(command, preexec_fn=heed_interrupts, **pipes)
        while run.poll() is None and len(list(killed.glob("claims.parquet/*"))) < parts:
            time.sleep(0.01)
        time.sleep(chance.random() / 10)
        run.send_signal(sent)
        run.communicate(timeout=60)
    left = len(list(killed.glob("errors.parquet/*")))
    assert 0 < left < -(-len(MANY) // 7)
    assert main(arguments) == 0
    assert_equal(credtag.Frames.read_parquet(killed), undisturbed)


# --------------------------------------------------------------------------- the command


def test_the_command_tells_what_it_did(write, tmp_path, capsys):
    rows = [*ROWS[:5], ROWS[5] | {"body": 7}]
    source, out = write(".jsonl", rows), tmp_path / "out"
    assert main(["batch", str(source), str(out), *OPTIONS]) == 0
    output = capsys.readouterr()
    assert output.out == f"6 articles, 1 of them not tagged: see {out / 'errors.parquet'}\n"
    assert "6/6" in output.err
    assert json.loads((out / "batch.json").read_text())["rows"] == 7


def test_a_batch_with_labels_of_outlets_is_resumed_with_the_same(write, tmp_path, capsys):
    labels = tmp_path / "desk.csv"
    columns = "source,label,value,citation_url,asserted_by,as_of,licence"
    labels.write_text(f"{columns}\nThe Harbour Post,reliability,B,https://c.example,Desk,2031,CC0\n")
    arguments = ["batch", str(write(".csv", ROWS[:8])), str(tmp_path / "out"), *OPTIONS]
    assert main([*arguments, "--registry", str(labels)]) == 0
    frames = credtag.Frames.read_parquet(tmp_path / "out")
    assert set(frames.registry["name"]) == {"The Harbour Post"}
    assert main([*arguments, "--resume"]) == 1
    assert "another registry" in capsys.readouterr().err
    assert main([*arguments, "--resume", "--registry", str(labels)]) == 0


def test_the_command_says_what_to_do_with_a_batch_that_is_there(write, tmp_path, capsys):
    arguments = ["batch", str(write(".csv")), str(tmp_path / "out"), *OPTIONS]
    assert main(arguments) == 0
    assert main(arguments) == 1
    assert "holds a batch: resume it, or choose another folder" in capsys.readouterr().err
    assert main([*arguments, "--resume"]) == 0


def test_an_interrupt_is_no_traceback(write, tmp_path, capsys, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(Batch, "run", interrupt)
    assert main(["batch", str(write(".csv")), str(tmp_path / "out"), *OPTIONS]) == 130
    assert capsys.readouterr().err == "credtag: interrupted (a batch goes on with --resume)\n"


@pytest.mark.parametrize("option", [["--workers", "0"], ["--rows", "-1"], ["--rows", "x"]])
def test_counts_are_whole_numbers_from_one(option, tmp_path, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["batch", "a.csv", str(tmp_path), *option])
    assert stop.value.code == 2
    assert "is no whole number from 1 up" in capsys.readouterr().err
