"""Makes the files of this folder, which stand for what founders attach: tests/attached/make.py. Needs qpdf, Pillow and
qrcode; what it makes is committed, so nobody has to run it."""

import subprocess
from pathlib import Path

import qrcode
from PIL import Image, ImageDraw

HERE = Path(__file__).parent
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>"


def pdf(objects: list[str], version: str = "1.4") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out = f"%PDF-{version}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(out)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def stream(content: str, entries: str = "") -> str:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def words(text: str, width: int, height: int) -> str:
    """A frame just inside the page, a mark at its upper left corner, and words in the middle."""
    frame = f"4 w 20 20 {width - 40} {height - 40} re S"
    mark = f"0.8 0.1 0.1 rg 30 {height - 90} 60 60 re f 0 g"
    return f"{frame} {mark} BT /F 36 Tf 110 {height // 2} Td ({text}) Tj ET"


def one_page(text: str, page: str = "", more: list[str] = [], catalogue: str = "", size=(595, 842), version="1.4", content="") -> bytes:
    width, height = size
    return pdf(
        [
            f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents 4 0 R "
            f"/Resources << /Font << /F 5 0 R >> >> {page} >>",
            stream(content or words(text, width, height)),
            FONT,
            *more,
        ],
        version,
    )


def turned_page() -> bytes:
    """A page that lies on its side and says so: turned to the right by a quarter it stands upright."""
    return one_page("", "/Rotate 90", size=(842, 595), content=f"0 1 -1 0 842 0 cm {words('Turned', 595, 842)}")


def two_pages() -> bytes:
    page = "<< /Type /Page /Parent 2 0 R /Contents {} 0 R /Resources << /Font << /F 7 0 R >> >> >>"
    return pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>",
            page.format(5),
            page.format(6),
            stream(words("First page", 595, 842)),
            stream(words("Second page", 595, 842)),
            FONT,
        ]
    )


APPEARANCE = stream("1 0 0 rg 0 0 100 40 re f", "/Type /XObject /Subtype /Form /BBox [0 0 100 40]")


def stamped() -> bytes:
    """A comment that shows as a red stamp, and a link, which is no loss on paper."""
    stamp = "<< /Type /Annot /Subtype /Stamp /Rect [400 700 500 740] /F 4 /AP << /N 7 0 R >> >>"
    link = "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://example.com) >> >>"
    return one_page("Stamped", "/Annots [6 0 R 8 0 R]", [stamp, APPEARANCE, link])


def signed() -> bytes:
    """An electronic signature with a seal's picture, its type and value on the field above the widget."""
    widget = "<< /Type /Annot /Subtype /Widget /Rect [400 100 500 140] /F 132 /AP << /N 7 0 R >> /Parent 8 0 R >>"
    field = "<< /FT /Sig /T (seal) /V 9 0 R /Kids [6 0 R] >>"
    value = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Contents <00> >>"
    form = "/AcroForm << /Fields [8 0 R] /SigFlags 3 >>"
    return one_page("Signed", "/Annots [6 0 R]", [widget, APPEARANCE, field, value], form)


def filled() -> bytes:
    """A form: one field filled in, one not, one box ticked."""
    text = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (filled) /Rect [100 600 300 620] /AP << /N 7 0 R >> >>"
    empty = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (b) /Rect [100 500 300 520] >>"
    box = "<< /Type /Annot /Subtype /Widget /FT /Btn /T (c) /V /Yes /AS /Yes /Rect [100 400 120 420] >>"
    form = "/AcroForm << /Fields [6 0 R 8 0 R 9 0 R] >>"
    return one_page("Form", "/Annots [6 0 R 8 0 R 9 0 R]", [text, APPEARANCE, empty, box], form)


def blank_form() -> bytes:
    """A form that nobody filled in, and a place for a signature that nobody gave."""
    text = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V () /Rect [100 600 300 620] >>"
    sign = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (b) /Rect [100 500 300 520] >>"
    box = "<< /Type /Annot /Subtype /Widget /FT /Btn /T (c) /V /Off /AS /Off /Rect [100 400 120 420] >>"
    return one_page("Blank form", "/Annots [6 0 R 7 0 R 8 0 R]", [text, sign, box], "/AcroForm << /Fields [6 0 R 7 0 R 8 0 R] >>")


def layered() -> bytes:
    """A layer that is switched off."""
    group = "<< /Type /OCG /Name (Draft) >>"
    return one_page("Layers", "", [group], "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>", version="1.5")


def picture() -> Image.Image:
    """A licence photographed: 300 by 200, the red mark at its upper left corner."""
    image = Image.new("RGB", (300, 200), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((4, 4, 295, 195), outline="black", width=3)
    draw.rectangle((15, 15, 55, 55), fill="red")
    return image


def turned() -> None:
    """The same, held upright: stored turned to the left by a quarter, and EXIF says to turn it back (orientation 6)."""
    exif = Image.Exif()
    exif[0x0112] = 6
    picture().transpose(Image.Transpose.ROTATE_90).save(HERE / "turned.jpg", quality=70, exif=exif)


def licence() -> None:
    """A licence photographed askew, with a QR code that names the second member of the sample; and scanned as a PDF."""
    code = qrcode.make("统一社会信用代码:12460200YLDW00023Q", box_size=5).get_image().convert("RGB")
    image = Image.new("RGB", (1400, 1000), "#f4f1e8")
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, 1379, 979), outline="#a33", width=12)
    image.paste(code, (1050, 120))
    image = image.rotate(4, expand=True, fillcolor="#888")
    image.save(HERE / "licence.jpg", quality=60)
    photograph = (HERE / "licence.jpg").read_bytes().decode("latin-1")
    width, height = image.size
    entries = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
        stream("842 0 0 595 0 0 cm /I Do"),
        stream(photograph, entries),
    ]
    (HERE / "licence.pdf").write_bytes(pdf(objects))


def main() -> None:
    files = {
        "two-pages.pdf": two_pages(),
        "turned.pdf": turned_page(),
        "stamped.pdf": stamped(),
        "signed.pdf": signed(),
        "filled.pdf": filled(),
        "blank-form.pdf": blank_form(),
        "layered.pdf": layered(),
        "newer.pdf": one_page("PDF 2.0", version="2.0"),
    }
    for name, content in files.items():
        (HERE / name).write_bytes(content)
    turned()
    licence()
    picture().save(HERE / "picture.png")
    for name, user in (("locked.pdf", "secret"), ("restricted.pdf", "")):
        lock = ["qpdf", "--static-aes-iv", "--encrypt", user, "owner", "256", "--", HERE / "two-pages.pdf", HERE / name]
        subprocess.run(lock, check=True)


if __name__ == "__main__":
    main()
