"""The wheel holds what it needs and nothing else, and works in an empty folder."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


def test_it_holds_the_package_and_all_its_data(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    code = {f"credtag/{p.relative_to(ROOT / 'src/credtag')}" for p in (ROOT / "src/credtag").rglob("*.py")}
    data = {f"credtag/data/{p.relative_to(ROOT / 'data')}" for p in (ROOT / "data").rglob("*") if p.is_file()}
    info = {name for name in names if ".dist-info/" in name}
    assert names - info == code | data | {"credtag/py.typed"}
    assert any(name.endswith("licenses/LICENSE") for name in info)
    assert any(name.endswith("licenses/NOTICE") for name in info)


def test_it_tags_from_the_wheel_alone(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import credtag, pathlib; "
        "print(pathlib.Path(credtag.__file__).parent); "
        "print(credtag.tag('The dam may fail, Mayor Ana Ruiz said.').frames().claims['source'][0])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, text=True)
    assert run.stdout.splitlines() == [str(tmp_path / "credtag"), "Ana Ruiz"]
