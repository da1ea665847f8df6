"""Changes a filing bundle the way somebody might: forge.py BUNDLE CHANGED.zip repack|document|resum|missing|extra"""

import hashlib
import io
import sys
import zipfile

CHARTER, ROSTER = "02-联盟章程.docx", "08-成员单位名单.xlsx"
MANIFEST, SUMS = "data/manifest.json", "SHA256SUMS"


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


def read(data) -> dict[str, bytes]:
    with zipfile.ZipFile(data) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(target, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def reworded(document: bytes) -> bytes:
    """The charter with one word changed."""
    parts = read(io.BytesIO(document))
    body = parts["word/document.xml"].decode()
    assert "理事长" in body
    parts["word/document.xml"] = body.replace("理事长", "董事长", 1).encode()
    changed = io.BytesIO()
    write(changed, parts)
    return changed.getvalue()


def main(source: str, target: str, change: str) -> None:
    files = read(source)
    if change in ("document", "resum"):
        old = files[CHARTER]
        files[CHARTER] = reworded(old)
        if change == "resum":
            for listing in (MANIFEST, SUMS):
                before = files[listing]
                files[listing] = before.replace(sha256(old), sha256(files[CHARTER]))
                if listing == MANIFEST:
                    sizes = (f'"bytes": {len(old)},'.encode(), f'"bytes": {len(files[CHARTER])},'.encode())
                    files[listing] = files[listing].replace(*sizes)
                    files[SUMS] = files[SUMS].replace(sha256(before), sha256(files[listing]))
    if change == "missing":
        del files[ROSTER]
    if change == "extra":
        files["04-证照/99-另附.pdf"] = b"%PDF-1.7"
    write(target, files)


main(*sys.argv[1:])
