"""Judges the workbooks with openpyxl."""

from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from documents import squeezed


def judge_setup(sheet: Worksheet) -> None:
    """A sheet that can be printed and filtered."""
    assert sheet.freeze_panes == "A2", f"{sheet.title}: the head row is not frozen"
    assert sheet.auto_filter.ref, f"{sheet.title}: no filter"
    assert sheet.print_title_rows == "$1:$1", f"{sheet.title}: the head row is not repeated"
    assert sheet.page_setup.orientation == "landscape", f"{sheet.title}: not printed across"
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in [
        (9, 1, 0),
        ("9", 1, 0),
        (9, None, 0),
    ], f"{sheet.title}: not as wide as an A4 page"


def judge_cells(sheet: Worksheet) -> None:
    """No formula, no link, and text formatted as text."""
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            assert cell.data_type in "sn", f"{cell.coordinate} is of type {cell.data_type}"
            assert cell.hyperlink is None, f"{cell.coordinate} is a link"
            if cell.data_type == "s":
                assert cell.number_format == "@", f"{cell.coordinate} is formatted {cell.number_format}"


def judge_roster(path: Path, dossier: dict) -> None:
    """The member list: a row a member, codes and telephone numbers to the letter."""
    book = openpyxl.load_workbook(path)
    for sheet in book:
        judge_setup(sheet)
        judge_cells(sheet)
    values = {squeezed(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.data_type == "s"}
    for member in dossier["members"]:
        for fact in ("name", "uscc"):
            value = squeezed(member.get(fact, ""))
            assert value in values or not value, f"{value[:60]!r} is not in the list as text"


def judge_specimen(path: Path) -> None:
    """Values that programs like to misread come back as they were."""
    sheet = openpyxl.load_workbook(path).active
    judge_setup(sheet)
    judge_cells(sheet)
    for place, value in {
        "A2": 1,
        "B3": "=1+1",
        "C3": "914600001234567890",
        "B4": "https://example.com",
        "C4": "1E5",
        "D4": "007",
        "D5": "_x0041_",
        "B6": "㛃𠮷喆🌴<b>&amp;",
        "D6": "第一行\n第二行",
    }.items():
        found = sheet[place].value
        # openpyxl leaves the format's own escapes as they stand.
        assert found in (value, str(value).replace("_x0041_", "_x005F_x0041_")), f"{place} is {found!r}"
    [validation] = sheet.data_validations.dataValidation
    assert validation.formula1 == '"理事长单位,秘书长单位,成员单位"', "the choices are not offered"
