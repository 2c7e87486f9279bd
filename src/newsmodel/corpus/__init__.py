"""
Many stories at once: readers, local runs over files and folders, and clusters.

`parse_many` gives articles, lazily; `parse_corpus` writes flat tables into a folder and
goes on where it was cut off; `newsmodel.corpus.arrow` reads record batches, in whatever
engine hands them over, and `newsmodel.corpus.spark` frames of Apache Spark.
"""

from __future__ import annotations

from newsmodel.corpus.many import parse_many
from newsmodel.corpus.readers import Corpus
from newsmodel.corpus.runs import Progress, parse_corpus
from newsmodel.corpus.stories import Columns, Failure, Limits, RawStory

__all__ = [
    "Columns",
    "Corpus",
    "Failure",
    "Limits",
    "Progress",
    "RawStory",
    "parse_corpus",
    "parse_many",
]
