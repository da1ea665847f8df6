"""Judges the documents on paper: LibreOffice prints them, Poppler reads the pages."""

import shutil
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

import docx

import documents


def judge(files: list[Path], target: Path) -> int:
    """Every document can be printed, on A4, without losing a word; returns how many pages there are."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    numbered = [shutil.copy(path, target / f"{number:02}-{path.parent.parent.name}-{path.name}") for number, path in enumerate(files)]
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir", target]
        subprocess.run([*command, *numbered], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
    return sum(judge_pages(Path(path)) for path in numbered)


def judge_pages(path: Path) -> int:
    """The printed pages of one document."""
    printed = path.with_suffix(".pdf")
    assert printed.exists(), f"LibreOffice cannot print {path.name}"
    information = subprocess.run(["pdfinfo", printed], check=True, capture_output=True, text=True).stdout
    assert "(A4)" in information, f"{path.name}: not on A4"
    pages = int(information.split("Pages:")[1].split()[0])
    text = subprocess.run(["pdftotext", printed, "-"], check=True, capture_output=True, text=True).stdout
    written = Counter(filter(is_common, documents.text_of(docx.Document(path))))
    lost = written - Counter(filter(is_common, text))
    assert not lost, f"{path.name}: {sum(lost.values())} characters are lost on paper: {lost.most_common(5)}"
    for number, page in enumerate(text.split("\f")[:pages], start=1):
        assert f"—{number}—" in documents.squeezed(page), f"{path.name}: page {number} has no number"
    return pages


def is_common(character: str) -> bool:
    """Chinese characters that every font has."""
    return "一" <= character <= "龥"
