"""Judges a folder that examples/write_bundle.rs wrote. Every judge raises AssertionError with a sentence."""

import json
import sys
import time
from pathlib import Path

import archives
import documents
import paper
import schemas
import workbooks


def main(folder: Path) -> None:
    started = time.monotonic()
    unpacked = {name: archives.judge(folder / name) for name in ("complete", "empty", "hostile", "draft")}
    for name in ("complete", "empty", "hostile"):
        dossier = json.loads((unpacked[name] / "data/dossier.json").read_text("utf-8"))
        documents.judge(unpacked[name], dossier)
        workbooks.judge_roster(unpacked[name] / "08-成员单位名单.xlsx", dossier)
    bundles = [unpacked[name] for name in ("complete", "empty", "hostile")]
    specimens = folder / "specimens"
    workbooks.judge_specimen(specimens / "specimen.xlsx")
    files = [path for root in (*bundles, specimens) for path in sorted(root.glob("*.docx"))]
    schemas.judge(files + sorted(folder.rglob("*.xlsx")))
    pages = paper.judge(files, folder / "paper")
    print(f"judges: {len(files)} documents on {pages} pages read by others, {time.monotonic() - started:.0f}s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
