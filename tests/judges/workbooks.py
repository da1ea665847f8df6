"""Judges the workbooks with openpyxl, and on paper with LibreOffice."""

from pathlib import Path

import openpyxl
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from documents import squeezed

ROLES = "理事长单位,秘书长单位,理事长单位兼秘书长单位,副理事长单位,理事单位,成员单位"
CATEGORIES = "企业,高等院校,科研机构,金融机构,服务机构,其他组织"
WORDS = "法定代表人,负责人,执行事务合伙人,投资人,经营者"


def judge_setup(sheet: Worksheet) -> None:
    """A sheet that can be printed and filtered."""
    assert str(sheet.freeze_panes)[1:] == "2", f"{sheet.title}: the head row is not frozen"
    assert sheet.auto_filter.ref == f"A1:{sheet.dimensions.split(':')[1]}", f"{sheet.title}: the filter leaves cells out"
    assert "&P" in sheet.oddFooter.center.text, f"{sheet.title}: no page number"
    assert sheet.oddHeader.center.text, f"{sheet.title}: no title above the page"
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


def validation(sheet: Worksheet, title: str) -> DataValidation:
    """What is offered and said at the cells of a column, down to the last row."""
    [head] = [cell for cell in sheet[1] if cell.value == title]
    [found] = [
        validation
        for validation in sheet.data_validations.dataValidation
        if f"{head.column_letter}2:{head.column_letter}1048576" in str(validation.sqref)
    ]
    return found


def judge_columns(sheet: Worksheet) -> None:
    """The columns of the members: choices are offered, hints are given, codes typed in later stay text."""
    for title, choices in [("联盟职务", ROLES), ("单位类别", CATEGORIES), ("证照称谓", WORDS), ("海南省内注册", "是,否,不确定")]:
        offered = validation(sheet, title)
        assert (offered.type, offered.formula1) == ("list", f'"{choices}"'), f"{title}: offered is {offered.formula1}"
        assert offered.showErrorMessage, f"{title}: anything else is taken"
    for title in ("统一社会信用代码", "负责人电话", "联系人电话"):
        hint = validation(sheet, title)
        assert hint.showInputMessage and "文本" in hint.prompt, f"{title}: no hint"
        [column] = [cell.column_letter for cell in sheet[1] if cell.value == title]
        assert sheet.column_dimensions[column].number_format == "@", f"{title}: what is typed in is not text"
    assert sheet.freeze_panes == "C2", "number and name do not stay in view"


def judge_roster(path: Path, dossier: dict) -> None:
    """The member list: a row a member, codes and telephone numbers to the letter; figures that are numbers."""
    book = openpyxl.load_workbook(path)
    for sheet in book:
        judge_setup(sheet)
        judge_cells(sheet)
    members, statistics = book.worksheets
    judge_columns(members)
    values = {squeezed(cell.value) for row in members.iter_rows() for cell in row if cell.data_type == "s"}
    for member in dossier["members"]:
        for fact in ("name", "uscc"):
            value = squeezed(member.get(fact, ""))
            assert value in values or not value, f"{value[:60]!r} is not in the list as text"
    judge_statistics(statistics, dossier["members"])


def judge_statistics(sheet: Worksheet, members: list[dict]) -> None:
    """The figures are numbers, and those of the dossier."""
    figures = {(group, item): figure for group, item, figure, _ in sheet.iter_rows(min_row=2, values_only=True)}
    if not members:
        assert not any(isinstance(figure, (int, float)) for figure in figures.values()), "figures of no members"
        return
    patents = sum(int(member.get("invention_patents", 0)) for member in members)
    inside = sum(member["in_hainan"] == "yes" for member in members)
    for place, figure in {
        ("成员单位", "合计"): len(members),
        ("注册地", "海南省内"): inside,
        ("知识产权", "发明专利"): patents,
        ("联盟职务", "副理事长单位"): sum(member["role"] == "vice-chair" for member in members),
    }.items():
        assert figures[place] == figure, f"{place} is {figures[place]!r}, not {figure}"


def judge_template(path: Path) -> None:
    """The empty list: the columns and no row, and a sheet that explains every one of them."""
    members, explanation = openpyxl.load_workbook(path).worksheets
    judge_columns(members)
    assert members.max_row == 1, "the template has rows of its own"
    for sheet in (members, explanation):
        judge_setup(sheet)
    explained = {row[0] for row in explanation.iter_rows(min_row=2, values_only=True)}
    for head in members[1]:
        assert head.value in explained, f"{head.value} is not explained"


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
    choices = validation(sheet, "职务")
    assert choices.formula1 == '"理事长单位,秘书长单位,成员单位"', "the choices are not offered"
