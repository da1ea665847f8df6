"""Judges the documents on paper: LibreOffice prints them, Poppler reads the pages."""

import re
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


def lines_of(printed: Path) -> list[list[str]]:
    """The lines of every page, without blanks."""
    text = subprocess.run(["pdftotext", "-layout", printed, "-"], check=True, capture_output=True, text=True).stdout
    return [[documents.squeezed(line) for line in page.splitlines()] for page in text.split("\f")[:-1]]


def judge_contents(target: Path) -> None:
    """Every heading stands on the page that the contents list names, or beside it: fonts differ from machine to machine."""
    lists = 0
    for printed in sorted(target.glob("*.pdf")):
        first, *others = lines_of(printed)
        entries = [entry for line in first if (entry := re.fullmatch(r"(.+?)[.…]{4,}(\d+)", line))]
        lists += bool(entries)
        for title, page in (entry.groups() for entry in entries):
            found = [number for number, lines in enumerate(others, start=2) if title in lines]
            assert any(abs(int(page) - number) <= 1 for number in found), f"{printed.name}: {title} is on {found}, not on {page}"
    assert lists >= 2, "charter and rules have no contents list with page numbers"


def judge_signatures(target: Path) -> None:
    """Signature pages for any number of members: every row whole, under a head, and no page without one."""
    for printed in sorted(target.glob("*-signatures-*.pdf")):
        members = int(printed.stem[-3:])
        rows = []
        for number, lines in enumerate(lines_of(printed), start=1):
            assert any("单位名称（加盖公章）" in line for line in lines), f"{printed.name}: page {number} has no head"
            found = [match[1] for line in lines if (match := re.fullmatch(r"(\d+)(\D.*)?", line))]
            assert found, f"{printed.name}: page {number} has no row"
            rows += found
        assert rows == [str(row) for row in range(1, members + 1)], f"{printed.name}: rows {rows[:5]} … {rows[-5:]}"


def judge_codes(target: Path, dossier: dict) -> None:
    """No credit code and no telephone number is broken in the list of members."""
    [printed] = target.glob("*complete*-08-成员单位名单.pdf")
    text = subprocess.run(["pdftotext", "-layout", printed, "-"], check=True, capture_output=True, text=True).stdout
    for member in dossier["members"]:
        for fact in ("uscc", "head_phone", "contact_phone"):
            assert member[fact] in text, f"{member[fact]} is broken in the list of members"


def is_common(character: str) -> bool:
    """Chinese characters that every font has."""
    return "一" <= character <= "龥"
