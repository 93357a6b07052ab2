"""Opens what `cutline export` and `cutline graph` wrote with the programs that users would open it with.

usage: formats.py FOLDER      FOLDER/csv, FOLDER/excel, FOLDER/parquet, FOLDER/*.jsonl, FOLDER/*.gexf, FOLDER/timeml
A reader that is not installed is passed over and said so; one that refuses a file fails.
"""

import csv
import json
import sys
from importlib import import_module, metadata
from pathlib import Path

folder = Path(sys.argv[1])


def lines(name):
    with open(folder / name, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def tables():
    csv.field_size_limit(1 << 30)
    counts = {}
    for path in sorted((folder / "csv").glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file, strict=True)
        assert all(len(row) == len(head) for row in rows), path
        counts[path.stem] = len(rows)
    for path in sorted((folder / "excel").glob("*.csv")):
        with open(path, encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file, strict=True):
                assert not any(cell[:1] in ("=", "@", "\t", "\r") for cell in row), (path, row)
    texts = {row["id"].replace("\0", "\ufffd"): row["text"] for row in lines("records.jsonl")}
    with open(folder / "csv/mentions.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            said = texts[row["document"]][int(row["start"]) : int(row["end"])]
            assert said.replace("\0", "\ufffd") == row["text"], row
    return f"{sum(counts.values())} rows of CSV in {len(counts)} tables"


def parquet(pq):
    rows = 0
    for path in sorted((folder / "parquet").glob("*.parquet")):
        read = pq.read_table(path)
        with open(folder / "csv" / f"{path.stem}.csv", encoding="utf-8", newline="") as file:
            expected = list(csv.DictReader(file))
        assert read.num_rows == len(expected), path
        for name in read.column_names:
            for value, cell in zip(read.column(name).to_pylist(), (row[name] for row in expected)):
                shown = "" if value is None else value if isinstance(value, str) else value
                if isinstance(shown, bool):
                    shown = str(shown).lower()
                if isinstance(shown, str):
                    assert shown.replace("\0", "\ufffd") == cell, (path, name, shown, cell)
                else:
                    assert float(shown) == float(cell), (path, name, shown, cell)
        rows += read.num_rows
    return f"{rows} rows, each cell as in CSV"


def duck(duckdb):
    found = 0
    for path in sorted((folder / "csv").glob("*.csv")):
        pair = [f"read_csv('{path}', all_varchar=true, header=true, max_line_size=60000000)"]
        pair += [f"read_parquet('{folder / 'parquet' / path.stem}.parquet')"] if (folder / "parquet").is_dir() else []
        counts = {duckdb.sql(f"select count(*) from {source}").fetchall()[0][0] for source in pair}
        assert len(counts) == 1, (path, counts)
        found += counts.pop()
    return f"{found} rows"


def ninjs(jsonschema):
    here = Path(__file__).resolve().parents[2] / "crates/cutline-report/tests/fixtures/ninjs-schema_3.1.json"
    schema = json.loads(here.read_text(encoding="utf-8"))
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    items = lines("ninjs.jsonl")
    for item in items:
        checker.validate(item)
    return f"{len(items)} items fit ninjs 3.1"


def spacy(spacy):
    from spacy.tokens import Doc

    nlp = spacy.blank("en")
    ents = groups = 0
    for record in lines("spacy.jsonl"):
        doc = Doc(nlp.vocab).from_json(record, validate=True)
        assert doc.text == record["text"]
        assert [(e.start_char, e.end_char, e.label_) for e in doc.ents] == [
            (e["start"], e["end"], e["label"]) for e in record["ents"]
        ]
        ents += len(doc.ents)
        groups += sum(len(group) for group in doc.spans.values())
    for task in lines("prodigy.jsonl"):
        for span in task["spans"]:
            first, last = task["tokens"][span["token_start"]], task["tokens"][span["token_end"]]
            assert (first["start"], last["end"]) == (span["start"], span["end"])
    return f"{ents} entities, {groups} spans in groups"


def networks(networkx):
    said = []
    for path in sorted(folder.glob("*.gexf")):
        graph = networkx.read_gexf(path)
        with open(folder / path.stem / "edges.csv", encoding="utf-8", newline="") as file:
            edges = list(csv.DictReader(file))
        assert graph.number_of_edges() == len(edges), path
        said.append(f"{path.stem} {graph.number_of_nodes()}/{len(edges)}")
    return "nodes/edges: " + ", ".join(said)


def timeml(etree):
    count = 0
    texts = [row["text"] for row in lines("records.jsonl")]
    for path, text in zip(sorted((folder / "timeml").glob("*.tml")), texts):
        tree = etree.parse(path, etree.XMLParser(huge_tree=True, resolve_entities=False))
        count += len(tree.findall(".//TEXT/TIMEX3"))
        held = "".join(tree.find("TEXT").itertext())
        assert len(held) == len(text) and held == "".join(
            "\ufffd" if c < " " and c not in "\t\n\r" or c in "\ufffe\uffff" else c for c in text
        ), path
    return f"{count} TIMEX3"


def brat():
    places = 0
    for path in sorted((folder / "brat").glob("*.ann")):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.startswith("T"):
                _, place, words = line.split("\t")
                spans = [tuple(map(int, span.split(" "))) for span in place.split(" ", 1)[1].split(";")]
                assert " ".join(text[start:end] for start, end in spans) == words, (path, line)
                places += 1
    return f"{places} places hold their words"


def annotations():
    held = 0
    texts = [row["text"] for row in lines("records.jsonl")]
    for page, text in zip(lines("webannotation.jsonl"), texts):
        for item in page["items"]:
            targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
            for selector in (t["selector"] for t in targets if isinstance(t["selector"], list)):
                quote, position = selector
                assert text[position["start"] : position["end"]] == quote["exact"]
                held += 1
    return f"{held} selectors hold their words"


PEERS = [
    ("Python csv", None, tables),
    ("Python (brat)", None, brat),
    ("Python (Web Annotation)", None, annotations),
    ("pyarrow", "pyarrow.parquet", parquet),
    ("duckdb", "duckdb", duck),
    ("jsonschema", "jsonschema", ninjs),
    ("spacy", "spacy", spacy),
    ("networkx", "networkx", networks),
    ("lxml", "lxml.etree", timeml),
]

for name, module, check in PEERS:
    try:
        arguments = [import_module(module)] if module else []
    except ImportError:
        print(f"  {name}: not installed, passed over")
        continue
    version = metadata.version(name) if module else sys.version.split()[0]
    print(f"  {name} {version}: {check(*arguments)}", flush=True)
