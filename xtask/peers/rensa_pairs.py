"""Finds pairs of captions with Jaccard similarity 0.7 and more by rensa: MinHash, LSH, verified on the signatures.

    rensa_pairs.py LIST.jsonl     prints: name with version, and how many pairs were found
    rensa_pairs.py --version
"""
import importlib.metadata, json, re, sys

import rensa

version = importlib.metadata.version("rensa")
if sys.argv[1] == "--version":
    print(version)
    sys.exit()

PERMUTATIONS, BANDS, LEAST = 128, 16, 0.7
words = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
index = rensa.RMinHashLSH(threshold=LEAST, num_perm=PERMUTATIONS, num_bands=BANDS)
hashes, pairs = [], 0
for line in open(sys.argv[1], encoding="utf-8"):
    tokens = words.findall(json.loads(line)["text"].casefold())
    shingles = [" ".join(tokens[n:n + 3]) for n in range(max(1, len(tokens) - 2))]
    minhash = rensa.RMinHash(num_perm=PERMUTATIONS, seed=7)
    minhash.update(shingles)
    pairs += sum(minhash.jaccard(hashes[other]) >= LEAST for other in index.query(minhash))
    index.insert(len(hashes), minhash)
    hashes.append(minhash)
print(f"rensa {version}, {pairs} pairs")
