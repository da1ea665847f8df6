"""Judges the printable book of a bundle with qpdf and Poppler: it holds every document as it stands alone."""

import re
import subprocess
from pathlib import Path

import documents

BOOK = "申报材料汇编"
# For the founders alone: it stands in the bundle and in no book.
UNBOUND = "自评报告"
NUMBER = re.compile(r"—(\d+)—")
ITEM = re.compile(r"（[一二三四五六七八九十]）")
# What stands at the foot of a page with a copy.
SEAL = "与原件一致（盖章）"


def judge(bundle: Path, filled: bool) -> None:
    """Every document has a twin that says the same; the book holds them all. A bundle that is filled has a file of every
    kind attached, each with a red mark at its upper left corner."""
    twins = {path.stem: pages_of(path) for path in sorted(bundle.glob("*.pdf")) if not path.stem.startswith(BOOK)}
    assert list(twins) == sorted(documents.NAMES), f"PDF twins: {list(twins)}"
    for name, pages in twins.items():
        assert numbers_of(pages) == list(range(1, len(pages) + 1)), f"{name}: page numbers {numbers_of(pages)}"
    judge_book(bundle / f"{BOOK}.pdf", twins, filled)


def pages_of(path: Path) -> list[str]:
    """The words of each page of a sound file, without white space."""
    subprocess.run(["qpdf", "--check", path], check=True, stdout=subprocess.DEVNULL)
    information = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Page size:.*\(A4\)", information), f"{path}: not on A4"
    assert re.search(r"Tagged: +yes", information), f"{path}: not tagged"
    # PDF 2.0 keeps the title in the metadata alone.
    metadata = subprocess.run(["pdfinfo", "-meta", path], check=True, capture_output=True, text=True).stdout
    assert "<dc:title>" in metadata, f"{path}: no title"
    text = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, text=True).stdout
    return [documents.squeezed(page) for page in text.split("\f")[:-1]]


def numbers_of(pages: list[str]) -> list[int]:
    """The number printed on each page that has one: its last."""
    found = [NUMBER.findall(page) for page in pages]
    return [int(numbers[-1]) for numbers in found if numbers]


def judge_book(path: Path, twins: dict[str, list[str]], filled: bool) -> None:
    """The book's numbers are those of its sides, its contents are true, and every document stands in it whole."""
    pages = pages_of(path)
    assert BOOK in pages[0] and "参考样式" in pages[0] and not NUMBER.search(pages[0]), f"{path}: no cover"
    for number, page in enumerate(pages, start=1):
        printed = NUMBER.findall(page)
        assert number == 1 or not page or (printed and int(printed[-1]) == number), f"{path}: side {number} bears {printed}"
    entries = contents_of(path)
    # The list of materials, the eight materials, and in a bundle that is filled what is attached.
    assert len(entries) >= (10 if filled else 9), f"{path}: only {len(entries)} lines of contents"
    items = [title[:3] for title, _ in entries if ITEM.match(title)]
    assert items == [f"（{number}）" for number in "一二三四五六七八"], f"{path}: the materials in the contents are {items}"
    for title, number in entries:
        assert without_number(title) in pages[number - 1], f"{path}: {title} is not on page {number}"
    everything = plain("".join(pages))
    for name, twin in twins.items():
        is_bound = plain("".join(twin)) in everything
        assert is_bound == (name != UNBOUND), f"{path}: {name} is {'in it' if is_bound else 'not in it as it stands alone'}"
    if filled:
        judge_copies(path, pages)


def contents_of(path: Path) -> list[tuple[str, int]]:
    """The lines of the contents list and the pages they name."""
    entries = []
    for page in range(3, 100, 1):
        command = ["pdftotext", "-layout", "-f", str(page), "-l", str(page), path, "-"]
        text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        lines = [re.fullmatch(r"\s*(\S.*?)\s+(\d+)\s*", line) for line in text.splitlines()]
        found = [(line[1], int(line[2])) for line in lines if line and "—" not in line[1]]
        if page > 3 and "页码" not in text:
            return entries
        entries += found
    return entries


def judge_copies(path: Path, pages: list[str]) -> None:
    """Every copy stands upright under the name of its holder and over the place for the seal."""
    copies = [number for number, page in enumerate(pages, start=1) if SEAL in page[-30:]]
    assert len(copies) >= 8, f"{path}: {len(copies)} copies"
    for number in copies:
        left, top = red_mark(path, number)
        assert left < 0.5 and top < 0.3, f"{path}: the copy on page {number} does not stand upright: {left:.2f}, {top:.2f}"


def red_mark(path: Path, page: int) -> tuple[float, float]:
    """Where the middle of what is red lies, in parts of the page."""
    command = ["pdftoppm", "-r", "24", "-f", str(page), "-l", str(page), path]
    image = subprocess.run(command, check=True, capture_output=True).stdout
    head = re.match(rb"P6\s(\d+)\s(\d+)\s255\s", image)
    width, height = int(head[1]), int(head[2])
    body = image[head.end() :]
    red = [at for at in range(width * height) if body[3 * at] > 180 and body[3 * at + 1] < 80 and body[3 * at + 2] < 80]
    assert red, f"{path}: no copy on page {page}"
    return sum(at % width for at in red) / len(red) / width, sum(at // width for at in red) / len(red) / height


def plain(words: str) -> str:
    """Words without what differs between a document alone and in the book: numbers of pages, and the dots that lead to them."""
    return re.sub(r"[—.\d]", "", words)


def without_number(title: str) -> str:
    """A title as the sheet before a material prints it: the number stands apart."""
    return re.sub(r"\s|^（.）", "", title)
