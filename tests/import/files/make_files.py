"""Makes the files that tests/import reads: one of each format, by the packages people make such files with.

    pip install python-docx odfpy reportlab
    python make_files.py

The story is invented. The saved page (`page.mhtml`) is what Chromium's 'Save as, single file' makes of `page.html`:

    node save_page.mjs
"""
import csv
import io
import json
import zipfile
from pathlib import Path

from docx import Document
from odf import dc, meta, text as odf_text
from odf.opendocument import OpenDocumentText
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

HERE = Path(__file__).parent
TITLE = "Harbour bridge opens after nine years"
PARAGRAPHS = [
    "The new bridge over the harbour of Saltmouth opened to traffic on Tuesday, nine years after the first pillar was sunk into the mud.",
    "“We have waited long enough,” said the mayor, Ada Fenwick, who cut the ribbon at noon. “My own children have never known the town without cranes.”",
    "The bridge cost €412 million, almost twice what was planned. An inquiry found in 2021 that the ground had not been tested where the pillars stand; the builder, Tarn & Sons, denied that it had been warned.",
    "Ferries will run until the end of the month. Fishermen, who had opposed the project, said that the piers had changed the currents, and that they would go on counting their catch.",
]
AUTHOR = "Ines Marlow"
BODY = "\n\n".join(PARAGRAPHS)


def write(name, data):
    (HERE / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def plain():
    write("utf8.txt", f"{TITLE}\n\n{BODY}\n\nRead more: Who paid for the bridge?\n")
    write("utf16.txt", b"\xff\xfe" + f"{TITLE}\r\n\r\n{BODY}\r\n".encode("utf-16-le"))
    french = "Le nouveau pont a été inauguré mardi\n\nLa maire a déclaré que la ville avait assez attendu. « Les ouvriers ont travaillé même l’été », a-t-elle précisé, en coupant le ruban à midi."
    write("windows-1252.txt", french.encode("windows-1252"))
    write("markdown.md", f"---\ntitle: {TITLE}\ndate: 2024-03-12\nauthor: {AUTHOR}\n---\n\n# {TITLE}\n\n" + "\n\n".join(PARAGRAPHS).replace("nine years", "*nine* years") + "\n")


def page():
    paragraphs = "\n".join(f"<p>{p.replace('&', '&amp;')}</p>" for p in PARAGRAPHS)
    write("page.html", f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{TITLE} | The Saltmouth Courier</title>
<meta property="og:site_name" content="The Saltmouth Courier">
<meta property="og:title" content="{TITLE}">
<meta property="article:published_time" content="2024-03-12T14:05:00+00:00">
<meta name="author" content="{AUTHOR}">
<link rel="canonical" href="https://www.saltmouth-courier.example/bridge">
<style>nav {{ display: flex }}</style>
<script>document.title = "changed by a script";</script>
</head>
<body>
<header><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav></header>
<main><article>
<h1>{TITLE}</h1>
<figure><img src="bridge.jpg" alt="" onerror="window.injected = true"><figcaption>The bridge on its first morning. Photograph: B. Lund</figcaption></figure>
{paragraphs}
<p><a href="/inquiry">Read more: Who paid for the bridge?</a></p>
</article></main>
<aside><h2>Most read</h2><ul><li><a href="/1">Rain until Friday</a></li><li><a href="/2">Lifeboat honoured</a></li></ul></aside>
<footer>© 2024 The Saltmouth Courier. All rights reserved.</footer>
</body>
</html>
""")


def word():
    document = Document()
    document.core_properties.author = AUTHOR
    document.core_properties.title = ""
    document.add_heading(TITLE, 0)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    document.add_paragraph("The bridge on its first morning", style="Caption")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip([c for row in table.rows for c in row.cells], ["Planned", "€220 million", "Spent", "€412 million"]):
        cell.text = words
    out = io.BytesIO()
    document.save(out)
    write("word.docx", out.getvalue())


def odt():
    document = OpenDocumentText()
    document.meta.addElement(meta.InitialCreator(text=AUTHOR))
    document.meta.addElement(dc.Title(text=TITLE))
    document.text.addElement(odf_text.H(outlinelevel=1, text=TITLE))
    for paragraph in PARAGRAPHS:
        document.text.addElement(odf_text.P(text=paragraph))
    out = io.BytesIO()
    document.write(out)
    write("open.odt", out.getvalue())


def epub():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
        archive.writestr("META-INF/container.xml", '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>')
        archive.writestr("OEBPS/book.opf", f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:7f1f2a8e-2d53-4d4e-9c31-0e5cf0b5a111</dc:identifier><dc:title>{TITLE}</dc:title><dc:language>en-GB</dc:language>
<dc:creator>{AUTHOR}</dc:creator><dc:publisher>Saltmouth Press</dc:publisher><dc:date>2024-03-12</dc:date><meta property="dcterms:modified">2024-05-01T00:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/><item id="two" href="two.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="one"/><itemref idref="two"/></spine></package>""")
        archive.writestr("OEBPS/nav.xhtml", '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>n</title></head><body><nav epub:type="toc"><ol><li><a href="one.xhtml">One</a></li><li><a href="two.xhtml">Two</a></li></ol></nav></body></html>')
        for name, part in (("one", PARAGRAPHS[:2]), ("two", PARAGRAPHS[2:])):
            inside = "".join(f"<p>{p.replace('&', '&amp;')}</p>" for p in part)
            archive.writestr(f"OEBPS/{name}.xhtml", f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{name}</title></head><body>{inside}</body></html>')
    write("book.epub", out.getvalue())


def rtf():
    def escaped(words):
        out = ""
        for c in words:
            out += f"\\{c}" if c in "\\{}" else c if ord(c) < 128 else f"\\u{ord(c)}?"
        return out

    paragraphs = "\\par\n".join(escaped(p) for p in PARAGRAPHS)
    write("rich.rtf", "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}}{\\info{\\title " + TITLE + "}{\\author " + AUTHOR + "}}\\f0\\fs24\n" + paragraphs + "\\par\n}")


def pdf():
    out = io.BytesIO()

    def number(canvas, document):
        canvas.setFont("Helvetica", 8)
        canvas.drawCentredString(A5[0] / 2, 20, str(document.page))
        canvas.drawString(40, A5[1] - 24, "The Saltmouth Courier")

    styles = getSampleStyleSheet()
    story = [Paragraph(TITLE, styles["Title"])]
    for _ in range(3):
        for paragraph in PARAGRAPHS:
            story += [Paragraph(paragraph.replace("&", "&amp;"), styles["BodyText"]), Spacer(1, 6)]
    SimpleDocTemplate(out, pagesize=A5, title=TITLE, author=AUTHOR).build(story, onFirstPage=number, onLaterPages=number)
    write("print.pdf", out.getvalue())


def tables():
    records = [
        {"headline": TITLE, "outlet": "The Saltmouth Courier", "published": "2024-03-12", "author": AUTHOR, "body": BODY},
        {"headline": "Ferry crews ask what comes next", "outlet": "The Coast", "published": "13 March 2024", "author": "", "body": "The forty people who crew the ferries of Saltmouth learned on Wednesday that their contracts end with the month. “Nobody has told us anything,” one of them said."},
        {"headline": "An empty record", "outlet": "", "published": "", "author": "", "body": ""},
    ]
    for name, delimiter in (("table.csv", ","), ("table.tsv", "\t")):
        out = io.StringIO()
        writer = csv.DictWriter(out, records[0].keys(), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(records)
        write(name, out.getvalue())
    write("records.json", json.dumps({"count": 3, "articles": records}, ensure_ascii=False, indent=1))
    write("records.jsonl", "\n".join(json.dumps(record, ensure_ascii=False) for record in records) + "\n")


def tei():
    paragraphs = "\n".join(f"<p>{p.replace('&', '&amp;')}</p>" for p in PARAGRAPHS)
    write("edition.xml", f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
<teiHeader><fileDesc>
<titleStmt><title>{TITLE}</title><author>{AUTHOR}</author></titleStmt>
<publicationStmt><publisher>Saltmouth Archive</publisher><date>2030</date></publicationStmt>
<sourceDesc><bibl><publisher>The Saltmouth Courier</publisher><date when="2024-03-12">12 March 2024</date></bibl></sourceDesc>
</fileDesc></teiHeader>
<text><body><div><head>{TITLE}</head>
{paragraphs}
</div></body></text>
</TEI>
""")


def archive():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in ("utf8.txt", "page.html", "word.docx", "table.csv", "edition.xml"):
            packed.write(HERE / name, f"papers/{name}")
        packed.writestr("papers/.DS_Store", b"\0\0\0\1Bud1")
        packed.writestr("papers/photo.png", b"\x89PNG\r\n\x1a\n" + bytes(64))
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as nested:
            nested.write(HERE / "rich.rtf", "rich.rtf")
        packed.writestr("papers/inner.zip", inner.getvalue())
    write("papers.zip", out.getvalue())


for make in (plain, page, word, odt, epub, rtf, pdf, tables, tei, archive):
    make()
