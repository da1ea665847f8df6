"""Judges a folder that examples/write_bundle.rs wrote, or one filing bundle. Every judge raises AssertionError with a
sentence.

    judge.py FOLDER
    judge.py BUNDLE.zip
"""

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

import archives
import documents
import filled
import paper
import portable
import prints
import schemas
import workbooks


def main(folder: Path) -> None:
    started = time.monotonic()
    unpacked = {name: archives.judge(folder / name) for name in ("complete", "empty", "hostile", "draft")}
    archives.judge_wide(folder / "wide")
    for name in ("complete", "empty", "hostile"):
        judge_contents(unpacked[name])
    prints.judge(unpacked["complete"], filled=True)
    prints.judge(unpacked["empty"], filled=False)
    for path in sorted(unpacked["hostile"].glob("*.pdf")):
        prints.pages_of(path)
    bundles = [unpacked[name] for name in ("complete", "empty", "hostile")]
    specimens = folder / "specimens"
    workbooks.judge_specimen(specimens / "specimen.xlsx")
    workbooks.judge_template(specimens / "成员单位名单-模板.xlsx")
    filled.judge(specimens / "成员单位名单-模板.xlsx")
    files = [path for root in (*bundles, specimens) for path in sorted(root.glob("*.docx"))]
    schemas.judge(files + sorted(folder.rglob("*.xlsx")))
    printed = portable.judge([*bundles, specimens])
    pages = paper.judge(files, folder / "paper")
    paper.judge_contents(folder / "paper")
    paper.judge_signatures(folder / "paper")
    paper.judge_codes(folder / "paper", json.loads((unpacked["complete"] / "data/dossier.json").read_text("utf-8")))
    print(f"judges: {len(files)} documents, {printed} pages as PDF, {pages} pages of DOCX read by others, {time.monotonic() - started:.0f}s")


def judge_contents(bundle: Path) -> None:
    """What an unpacked bundle holds agrees with the dossier in it."""
    dossier = json.loads((bundle / "data/dossier.json").read_text("utf-8"))
    documents.judge(bundle, dossier)
    workbooks.judge_roster(bundle / "08-成员单位名单.xlsx", dossier)


def judge_bundle(archive: Path) -> None:
    """One filing bundle, as somebody downloaded it."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(archive, folder)
        bundle = archives.judge(Path(folder))
        judge_contents(bundle)
        portable.judge([bundle])
        paper.judge(sorted(bundle.glob("*.docx")), Path(folder) / "paper")


if __name__ == "__main__":
    given = Path(sys.argv[1])
    if given.is_dir():
        main(given)
    else:
        judge_bundle(given)
