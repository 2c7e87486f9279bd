"""
Learn word vectors from unlabelled news and the training texts: skip-gram.

    PYTHONHASHSEED=0 python -m training.vectors OUT.npz --stories FILE [FILE ...]

Words are kept under `features.form`: lower case, digits as 0.  The result holds the
words with their counts, the most frequent first, and one vector for each (Mikolov et
al. 2013, as gensim has it).
"""

from __future__ import annotations

import argparse
import logging
from itertools import chain
from pathlib import Path

import numpy as np
from gensim.models import Word2Vec

from newsmodel.tagging.features import form
from training import corpora

SIZE, WINDOW, AT_LEAST, EPOCHS, SEED = 64, 3, 8, 4, 1


def main() -> None:
    """Learn and write the vectors."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--stories", type=Path, nargs="+", required=True)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO)
    paragraphs = chain.from_iterable(map(corpora.unlabelled, options.stories))
    vectors = Word2Vec(
        [[form(text) for text in p.texts] for p in paragraphs],
        vector_size=SIZE,
        window=WINDOW,
        min_count=AT_LEAST,
        sg=1,
        negative=8,
        sample=1e-4,
        epochs=EPOCHS,
        workers=1,
        seed=SEED,
    ).wv
    words = vectors.index_to_key
    counts = [vectors.get_vecattr(word, "count") for word in words]
    np.savez(options.out, words=np.array(words), counts=counts, vectors=vectors.vectors)


if __name__ == "__main__":
    main()
