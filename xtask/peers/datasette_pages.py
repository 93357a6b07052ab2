"""Opens FOLDER/news.db with Datasette, with the metadata that `archive --datasette` wrote beside it.

usage: datasette_pages.py FOLDER
Every page answers 200, facets are shown, search finds what is there.
"""

import asyncio
import json
import sys
from pathlib import Path

try:
    from datasette import __version__
    from datasette.app import Datasette
except ImportError:
    print("  datasette: not installed, passed over")
    sys.exit()

folder = Path(sys.argv[1])
TABLES = "documents blocks captions credits entities aliases names mentions quotes timexes clusters stories said pictures"


async def main():
    metadata = json.loads((folder / "news.metadata.json").read_text(encoding="utf-8"))
    datasette = Datasette([str(folder / "news.db")], metadata=metadata)
    await datasette.invoke_startup()

    async def page(path, kind="text/html"):
        answer = await datasette.client.get(path)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[:300])
        assert answer.headers["content-type"].startswith(kind), (path, answer.headers["content-type"])
        return answer

    pages = ["/", "/news", "/news/most_quoted", "/news/captions_by_agency", "/news/documents/1"]
    for path in pages + [f"/news/{table}" for table in TABLES.split()]:
        text = (await page(path)).text
        assert "<script>alert(1)" not in text, path
    facets = (await page("/news/credits.json", "application/json")).json()["facet_results"]
    facets = facets.get("results", facets)
    agencies = {result["label"]: result["count"] for result in facets["agency"]["results"]}
    assert agencies.get("AP", 0) > 10, agencies
    found = (await page("/news/documents.json?_search=sanctions", "application/json")).json()
    count = found["filtered_table_rows_count"]
    assert 0 < count < 4, count
    found = (await page("/news/captions.json?_search=Putin", "application/json")).json()
    assert found["filtered_table_rows_count"] > 3, found
    speakers = (await page("/news/said.json?_facet=speaker", "application/json")).json()["facet_results"]
    speakers = speakers.get("results", speakers)["speaker"]["results"]
    assert speakers[0]["count"] > 10, speakers
    print(f"  datasette {__version__}: {len(pages) + len(TABLES.split())} pages, {len(agencies)} agencies as facets, search")


asyncio.run(main())
