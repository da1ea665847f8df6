"""Judges the reading of workbooks: openpyxl and LibreOffice fill in the empty list, and what they wrote is read back."""

import datetime
import json
import subprocess
import tempfile
from pathlib import Path

import openpyxl

# What is typed under a head, and the words that it gives.
TYPED = {
    "单位名称": ("海南×× \"种业\" <有限>公司", "海南×× \"种业\" <有限>公司"),
    "统一社会信用代码": ("91460200YLDW00015Q", "91460200YLDW00015Q"),
    "单位类别": ("企业", "企业"),
    "联盟职务": ("成员单位", "成员单位"),
    "负责人电话": (13876000000, "13876000000"),
    "联系人电话": ("0898-65332211转801", "0898-65332211转801"),
    "联系人邮箱": ("name@example.com", "name@example.com"),
}
# Columns of one's own, at the right.
ADDED = {"单位成立日期": (datetime.date(2015, 6, 1), "2015-06-01"), "发明专利": ("=6*7", "42")}


def judge(template: Path) -> None:
    """Whatever program filled the list in, the same words come out."""
    with tempfile.TemporaryDirectory() as folder:
        filled = Path(folder) / "filled.xlsx"
        book = openpyxl.load_workbook(template)
        sheet = book.worksheets[0]
        heads = {cell.value: cell.column for cell in sheet[1]}
        for title in ADDED:
            heads[title] = len(heads) + 1
            sheet.cell(1, heads[title], title)
        for title, (value, _) in (TYPED | ADDED).items():
            sheet.cell(2, heads[title], value)
        book.save(filled)
        # LibreOffice computes the formula and writes the whole file anew.
        again = Path(folder) / "again"
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir", again, filled]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        judge_words(filled, heads, TYPED)
        judge_words(again / filled.name, heads, TYPED | ADDED)


def judge_words(path: Path, heads: dict[str, int], expected: dict) -> None:
    """The words of the second row."""
    command = ["cargo", "run", "--quiet", "--locked", "--example", "read_workbook", "--", path]
    sheets = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert [sheet["name"] for sheet in sheets] == ["成员单位名单", "填写说明"], f"{path.name}: {sheets}"
    head, row = sheets[0]["rows"][:2]
    for title, (_, words) in expected.items():
        at = heads[title] - 1
        assert (head[at], row[at]) == (title, words), f"{path.name}: {head[at]!r} is read as {row[at]!r}, not {words!r}"
