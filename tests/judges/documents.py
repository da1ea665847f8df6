"""Judges the documents with python-docx."""

import re
from pathlib import Path

import docx
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Mm

NAMES = [
    "00-材料目录",
    "01-备案申请表",
    "02-联盟章程",
    "03-理事长秘书长单位简介",
    "05-管理制度",
    "06-必要性及可行性分析报告",
    "07-成立会议纪要",
    "08-成员单位名单",
    "自评报告",
]
# Documents that name every member.
WITH_MEMBERS = {"00-材料目录", "01-备案申请表", "02-联盟章程", "08-成员单位名单"}
# What a template leaves behind when a blank is not filled.
LEFTOVER = re.compile(r"\{\{|\}\}|\[\[|\]\]|None|Some\(|undefined|�")


def text_of(document) -> str:
    """All words, those in tables too, without white space."""
    words = document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
    return re.sub(r"\s", "", "".join(word.text or "" for word in words))


def squeezed(words: str) -> str:
    """As a document prints them: without white space and what XML cannot carry."""
    return re.sub(r"[\s\x00-\x1f\ufffe\uffff]", "", words)


def judge(folder: Path, dossier: dict) -> None:
    """Every document opens, looks as it must, and names what it speaks of."""
    found = sorted(path.stem for path in folder.glob("*.docx"))
    assert found == sorted(NAMES), f"documents: {found}"
    alliance = dossier["alliance"].get("name", "")
    for name in NAMES:
        document = docx.Document(folder / f"{name}.docx")
        text = text_of(document)
        assert len(text) > 100, f"{name}: almost nothing in it"
        judge_page(name, document)
        judge_tables(name, document)
        judge_blanks(name, document)
        assert squeezed(alliance) in text, f"{name}: the alliance's name is not in it"
        if name in WITH_MEMBERS:
            for member in dossier["members"]:
                assert squeezed(member.get("name", "")) in text, f"{name}: {member.get('name')!r:.60} is not in it"
        leftover = LEFTOVER.search(text) if "<script>" not in text else None
        assert leftover is None, f"{name}: {leftover.group()!r} was left behind"


def judge_page(name: str, document) -> None:
    """A4, the text area of 156 mm by 225 mm, page numbers at the outer side."""
    [section] = document.sections
    width = section.page_width - section.left_margin - section.right_margin
    height = section.page_height - section.top_margin - section.bottom_margin
    for what, length, expected in [
        ("width of the text", width, 156),
        ("height of the text", height, 225),
        ("top margin", section.top_margin, 37),
        ("left margin", section.left_margin, 28),
    ]:
        assert abs(length - Mm(expected)) < Mm(0.1), f"{name}: {what} is {length.mm:.1f} mm"
    assert document.settings.odd_and_even_pages_header_footer, f"{name}: page numbers do not change sides"


def judge_tables(name: str, document) -> None:
    """Every table has its grid, and every row covers it."""
    for table in document.tables:
        columns = len(table.columns)
        assert columns > 0, f"{name}: a table without a grid"
        for row in table.rows:
            covered = sum(cell.grid_span for cell in row._tr.tc_lst)
            assert covered == columns, f"{name}: a row covers {covered} of {columns} columns"


def judge_blanks(name: str, document) -> None:
    """What is missing is highlighted."""
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if run.text.startswith("〔待填："):
                assert run.font.highlight_color == WD_COLOR_INDEX.YELLOW, f"{name}: {run.text} is not highlighted"
