"""Makes the web archives of this folder anew: python3 make.py

Needs wget, and for all but bridge.warc.gz the packages warcio and zstandard.
A server on this machine's loopback address serves the pages below, invented
for this purpose; wget archives what it is sent. From its archive the others
are made, record by record: the same without compression, with Zstandard with
and without a dictionary, and a WET file of the pages' words.
"""

import gzip
import http.server
import io
import pathlib
import re
import struct
import subprocess
import threading
import zlib

import zstandard
from warcio.archiveiterator import ArchiveIterator
from warcio.warcwriter import WARCWriter

HERE = pathlib.Path(__file__).parent
STORY = (
    "<p>LODZ, Poland (AP) — Mayor Kit Orr said on Monday that the old bridge over the river is safe.</p>"
    "<p>“We have tested every bolt,” Orr told reporters beside the river in the café of Zoë Sami.</p>"
)


def page(title, charset=""):
    return f"<!doctype html><html><head>{charset}<title>{title}</title></head><body><h1>{title}</h1>{STORY}</body></html>"


PAGES = {
    # path: status, headers, body as it goes over the wire
    "/plain.html": (200, {"Content-Type": "text/html; charset=utf-8"}, page("Old bridge is safe").encode()),
    "/latin.html": (200, {"Content-Type": "text/html; charset=windows-1252"}, page("Café by the bridge").encode("cp1252")),
    "/meta.html": (
        200,
        {"Content-Type": "text/html"},
        page("Zoë’s café", '<meta charset="windows-1252">').encode("cp1252"),
    ),
    "/gzip.html": (
        200,
        {"Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip"},
        gzip.compress(page("Bridge, packed").encode(), mtime=0),
    ),
    "/deflate.html": (
        200,
        {"Content-Type": "text/html; charset=utf-8", "Content-Encoding": "deflate"},
        zlib.compress(page("Bridge, deflated").encode()),
    ),
    "/chunked.html": (200, {"Content-Type": "text/html; charset=utf-8", "Transfer-Encoding": "chunked"}, page("Bridge, in pieces").encode()),
    "/note.txt": (200, {"Content-Type": "text/plain; charset=utf-8"}, "Rain fell on Lodz.\n\nIt stopped.\n".encode()),
    "/bridge.png": (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    "/gone.html": (404, {"Content-Type": "text/html"}, b"<h1>There is nothing here</h1>"),
}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        status, headers, body = PAGES.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Transfer-Encoding" in headers:
            half = len(body) // 2
            pieces = [body[:half], body[half:], b""]
            body = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
        else:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def crawl():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 8931), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    urls = [f"http://127.0.0.1:8931{path}" for path in PAGES]
    out = ["--warc-file", "bridge", "--no-warc-keep-log", "--no-warc-digests", "-q", "-O", "/dev/null"]
    subprocess.run(["wget", "--header", "Accept-Encoding: identity", *out, *urls], check=False, cwd=HERE)
    server.shutdown()


def members(packed):
    """What each gzip member unpacks to."""
    while packed:
        unpack = zlib.decompressobj(31)
        yield unpack.decompress(packed)
        packed = unpack.unused_data


def wet(records):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for record in ArchiveIterator(io.BytesIO(b"".join(records))):
        kind = record.http_headers.get_header("Content-Type") if record.http_headers else None
        if record.rec_type != "response" or record.http_headers.get_statuscode() != "200" or "text/html" not in (kind or ""):
            continue
        body = record.content_stream().read()
        text = body.decode("utf-8" if b"\xe2\x80" in body else "cp1252")
        words = re.sub(r"<[^>]*>", "\n", text).strip()
        headers = [("WARC-Date", record.rec_headers.get_header("WARC-Date"))]
        writer.write_record(
            writer.create_warc_record(
                record.rec_headers.get_header("WARC-Target-URI").strip("<>"),
                "conversion",
                payload=io.BytesIO(words.encode()),
                warc_content_type="text/plain",
                warc_headers_dict=dict(headers),
            )
        )
    return out.getvalue()


def main():
    crawl()
    records = list(members((HERE / "bridge.warc.gz").read_bytes()))
    (HERE / "bridge.warc").write_bytes(b"".join(records))
    pack = zstandard.ZstdCompressor(level=9, write_checksum=True)
    (HERE / "bridge.warc.zst").write_bytes(b"".join(pack.compress(record) for record in records))
    dictionary = zstandard.train_dictionary(4096, records * 20, k=64, d=8)
    pack = zstandard.ZstdCompressor(level=9, dict_data=dictionary)
    held = zstandard.ZstdCompressor().compress(dictionary.as_bytes())
    head = struct.pack("<II", 0x184D2A5D, len(held)) + held
    (HERE / "dictionary.warc.zst").write_bytes(head + b"".join(pack.compress(record) for record in records))
    (HERE / "bridge.warc.wet.gz").write_bytes(wet(records))


if __name__ == "__main__":
    main()
