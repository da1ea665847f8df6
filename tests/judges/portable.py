"""Judges PDF files: qpdf, Poppler, and the DOCX of the same document."""

import json
import os
import re
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

import docx

import documents

# Beyond the characters of the first plane, which the fonts hold.
RARE = re.compile(r"[\U00010000-\U0010ffff]")


def judge(folders: list[Path]) -> int:
    """Every PDF of the folders that has a DOCX beside it; returns how many pages there are."""
    files = [path for folder in folders for path in sorted(folder.glob("*.pdf")) if path.with_suffix(".docx").exists()]
    return sum(judge_file(path) for path in files)


def judge_file(path: Path) -> int:
    """One document: sound, embedded, archival, readable aloud, the same words as its DOCX, and to be seen anywhere."""
    run("qpdf", "--check", path)
    pages = judge_information(path)
    judge_fonts(path)
    judge_archival(path)
    judge_words(path)
    judge_ink(path, pages)
    return pages


def run(*command) -> str:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace")
    assert done.returncode == 0, f"{' '.join(map(str, command))}: {done.stdout[-500:]} {done.stderr[-500:]}"
    return done.stdout


def judge_information(path: Path) -> int:
    """Titled, tagged, on A4; returns the number of pages."""
    information = dict(re.findall(r"^(.+?): +(.*)$", run("pdfinfo", path), re.M))
    assert information.get("Title"), f"{path.name}: no title"
    assert information["Tagged"] == "yes", f"{path.name}: not tagged"
    assert "(A4)" in information["Page size"], f"{path.name}: on {information['Page size']}"
    assert information["Encrypted"] == "no" and information["JavaScript"] == "no", f"{path.name}: {information}"
    return int(information["Pages"])


def judge_fonts(path: Path) -> None:
    """All fonts are in the file, only the characters that are used, and say what characters they are."""
    lines = run("pdffonts", path).splitlines()[2:]
    assert lines, f"{path.name}: no fonts"
    for line in lines:
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], f"{path.name}: {line}"


def judge_archival(path: Path) -> None:
    """What PDF/A-2a and PDF/UA-1 ask of the document as a whole (ISO 19005-2, 6.2.3, 6.6, 6.7; ISO 14289-1, 7)."""
    with tempfile.TemporaryDirectory() as folder:
        streams = Path(folder) / "stream"
        listing = run("qpdf", "--json", "--json-stream-data=file", f"--json-stream-prefix={streams}", "--decode-level=all", path)
        objects = json.loads(listing)["qpdf"][1]

        def value(reference):
            found = objects.get(f"obj:{reference}", {}) if isinstance(reference, str) and reference.endswith(" R") else {"value": reference}
            return found.get("value", found.get("stream", {}).get("dict"))

        catalogue = value(objects["trailer"]["value"]["/Root"])
        assert catalogue["/Lang"] == "u:zh-CN", f"{path.name}: language {catalogue.get('/Lang')}"
        assert value(catalogue["/MarkInfo"])["/Marked"] is True, f"{path.name}: not marked"
        assert value(catalogue["/ViewerPreferences"])["/DisplayDocTitle"] is True, f"{path.name}: shows its file name"
        assert value(catalogue["/StructTreeRoot"]), f"{path.name}: no structure"
        [intent] = value(catalogue["/OutputIntents"])
        assert value(intent)["/S"] == "/GTS_PDFA1" and value(intent)["/DestOutputProfile"], f"{path.name}: no output intent"
        metadata = Path(objects[f"obj:{catalogue['/Metadata']}"]["stream"]["datafile"]).read_text("utf-8")
        for promise in ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"):
            assert promise in metadata, f"{path.name}: {promise} is not promised"
        assert "/ID" in objects["trailer"]["value"], f"{path.name}: no file identifier"


def judge_words(path: Path) -> None:
    """The pages have all words of the DOCX, and the structure that is read aloud has them in their order."""
    text = documents.text_of(docx.Document(path.with_suffix(".docx")))
    written = common(text)
    lost = Counter(written) - Counter(common(run("pdftotext", "-raw", path, "-")))
    assert not lost, f"{path.name}: lost on the pages: {lost.most_common(5)}"
    # Poppler loses what follows a replaced character, and rare ones are replaced by the printers' sign.
    if not RARE.search(text):
        stop = first_out_of_order(written, common(spoken(run("pdfinfo", "-struct-text", path))))
        assert stop is None, f"{path.name}: read aloud, the words after {stop!r} are missing or out of order"


def spoken(structure: str) -> str:
    """The quoted words of a listing of the structure."""
    return "".join(re.findall(r'^ *"(.*)"$', structure, re.M))


def common(text: str) -> str:
    """The Chinese characters that every font has."""
    return "".join(filter(lambda it: "一" <= it <= "龥", text))


def first_out_of_order(words: str, text: str) -> str | None:
    """The words before the first one that the text does not go on with; the text may say more."""
    place = 0
    for at, character in enumerate(words):
        place = text.find(character, place) + 1
        if place == 0:
            return words[max(0, at - 20) : at + 1]
    return None


def judge_ink(path: Path, pages: int) -> None:
    """Every page shows something even where the system has no font to lend."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "fonts.conf"
        bare.write_text("<fontconfig></fontconfig>")
        environment = {**os.environ, "FONTCONFIG_FILE": str(bare)}
        command = ["pdftoppm", "-r", "30", "-gray", path, f"{folder}/page"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        assert done.returncode == 0 and "font" not in done.stderr.lower(), f"{path.name}: {done.stderr[:300]}"
        drawn = sorted(Path(folder).glob("page*.pgm"))
        assert len(drawn) == pages, f"{path.name}: {len(drawn)} of {pages} pages drawn"
        for number, picture in enumerate(drawn, start=1):
            points = picture.read_bytes().split(b"\n", 3)[3]
            assert min(points) < 128, f"{path.name}: page {number} is blank"
