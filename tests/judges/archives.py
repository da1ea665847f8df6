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
