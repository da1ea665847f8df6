"""Judges the archives with Python's zipfile, unzip and sha256sum."""

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

UTF_8 = 1 << 11


def judge(folder: Path) -> Path:
    """Judges the one archive in the folder and returns where it was unpacked."""
    [path] = folder.glob("*.zip")
    named = re.search(r"-(\d{4})(\d\d)(\d\d)(-\d{4})?\.zip$", path.name)
    assert named, f"{path.name}: the name gives no day"
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        assert archive.testzip() is None, f"{path}: a file's CRC-32 is wrong"
        for entry in entries:
            assert entry.flag_bits & UTF_8, f"{entry.filename}: the name is not marked as UTF-8"
            assert len(entry.filename.encode()) < 255, f"{entry.filename}: the name is too long"
            assert ".." not in entry.filename.split("/"), f"{entry.filename}: the name climbs out of the folder"
            assert entry.date_time[:3] == tuple(map(int, named.groups()[:3])), f"{entry.filename}: dated {entry.date_time}"
    subprocess.run(["unzip", "-tqq", path], check=True)
    target = folder / "unpacked"
    shutil.rmtree(target, ignore_errors=True)
    subprocess.run(["unzip", "-qq", path, "-d", target], check=True)
    found = {file.relative_to(target).as_posix() for file in target.rglob("*") if file.is_file()}
    assert found == {entry.filename for entry in entries}, "unzip and zipfile see different names"
    if (target / "SHA256SUMS").exists():
        judge_sums(target, found)
    return target


def judge_sums(target: Path, found: set[str]) -> None:
    """Every file but the sums themselves is summed; the manifest agrees."""
    subprocess.run(["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"], cwd=target, check=True)
    lines = (target / "SHA256SUMS").read_text("utf-8").splitlines()
    summed = dict(reversed(line.split("  ", 1)) for line in lines)
    assert set(summed) == found - {"SHA256SUMS"}, "SHA256SUMS leaves files out"
    manifest = json.loads((target / "data/manifest.json").read_text("utf-8"))
    assert manifest["format"] == "jiemeng-bundle"
    assert {file["path"]: file["sha256"] for file in manifest["files"]} == {
        path: sum for path, sum in summed.items() if path != "data/manifest.json"
    }, "the manifest and the sums differ"


def judge_wide(folder: Path) -> None:
    """Archives that only ZIP64 can hold: one over 4 GiB, one of 70,000 files."""
    large, many = folder / "large.zip", folder / "many.zip"
    assert large.stat().st_size > 1 << 32, "the large archive is not large"
    # The zeros themselves are not worth a minute: what lies behind them must be found.
    subprocess.run(["unzip", "-tqq", large, "04-证照/01.pdf", "data/dossier.json"], check=True)
    with zipfile.ZipFile(large) as archive:
        sizes = [entry.file_size for entry in archive.infolist()]
        assert sizes[:2] == [(4 << 30) + 1, 3], f"zipfile reads the sizes {sizes}"
        # What lies behind 4 GiB is read from its wide offset, and its CRC-32 is checked.
        assert archive.read("04-证照/01.pdf") == bytes(3)
        assert json.loads(archive.read("data/dossier.json"))["format"] == "jiemeng-dossier"
    subprocess.run(["unzip", "-tqq", many], check=True)
    with zipfile.ZipFile(many) as archive:
        assert len(archive.infolist()) == 70_000, "zipfile counts other files"
        assert archive.read("69999.txt") == b"69999"
