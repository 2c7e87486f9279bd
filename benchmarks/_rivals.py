"""The programs of rivals.py that Python runs: each reads a list of texts."""

import json
import random
import resource
import sys
from collections.abc import Callable, Iterable
from importlib import import_module, metadata
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

Read = Callable[[str], object]

UPDATES, BATCH = 120, 8
DEPENDENCIES = "amod appos aux cc conj det dobj mark nmod nsubj pobj prep punct".split()
ENTITIES = "CARDINAL DATE GPE MONEY NORP ORG PERSON".split()


class Rival(NamedTuple):
    """A program: what installs it, and how its reading function is made."""

    package: str
    load: Callable[[Path], Read]
    """Takes a folder with what was prepared."""
    prepare: Callable[[Path, list[str]], object] | None = None
    """Puts something into that folder, in a process of its own."""
    slow: bool = False


def newsmodel(_: Path) -> Read:
    """Load the full parse, with all it needs."""
    parse: Read = import_module("newsmodel").parse
    parse("PARIS - Iran denied on Tuesday that it had sent drones, Anna Berg said.")
    return parse


def newsmodel_rules(_: Path) -> Read:
    """Load the full parse without learned evidence."""
    parser = import_module("newsmodel").ArticleParser(evidence=None)
    parser.parse("PARIS - Iran denied on Tuesday that it had sent drones.")
    read: Read = parser.parse
    return read


def spacy_blank(_: Path) -> Read:
    """Load spaCy's tokeniser and its sentence splitter by rules."""
    language = import_module("spacy").blank("en")
    language.add_pipe("sentencizer")
    read: Read = language
    return read


def spacy_small(folder: Path) -> Read:
    """Load the pipeline with the architecture of en_core_web_sm."""
    read: Read = import_module("spacy").load(folder)
    return read


def spacy_train(folder: Path, texts: list[str]) -> None:
    """Update that pipeline on labels made by simple rules."""
    spacy = import_module("spacy")
    language = _pipeline(spacy)
    chance = random.Random(0)  # noqa: S311 - not for secrets
    paragraphs = [p for text in texts for p in text.split("\n") if len(p) > 100]
    examples = [_example(spacy, language, p) for p in paragraphs[: UPDATES * BATCH]]
    optimiser = language.initialize(lambda: examples)
    for _ in range(UPDATES):
        language.update(chance.sample(examples, BATCH), sgd=optimiser, losses={})
    language.to_disk(folder)


def dateparser(_: Path) -> Read:
    """Load dateparser's search for dates."""
    search = import_module("dateparser.search").search_dates
    return lambda text: search(text, languages=["en"])


RIVALS = {
    "newsmodel": Rival("newsmodel", newsmodel),
    "newsmodel, rules alone": Rival("newsmodel", newsmodel_rules),
    "spaCy, en_core_web_sm architecture": Rival("spacy", spacy_small, spacy_train),
    "spaCy, blank with sentencizer": Rival("spacy", spacy_blank),
    "dateparser, search": Rival("dateparser", dateparser, slow=True),
}


def main() -> None:
    """Read the texts with one program, and print what it took."""
    name, path, limit = sys.argv[1:]
    rival, folder = RIVALS[name], Path(path).parent / "prepared"
    texts = json.loads(Path(path).read_text(encoding="utf-8"))[: int(limit)]
    if rival.prepare and not folder.exists():
        rival.prepare(folder, texts)
        return
    start = cpu()
    read = rival.load(folder)
    loaded = cpu()
    for text in texts:
        read(text)
    seconds = cpu() - loaded
    words = sum(len(text.split()) for text in texts)
    row = {
        "name": name,
        "release": _version(rival.package),
        "words": words,
        "words_per_cpu_second": round(words / seconds),
        "load_cpu_seconds": round(loaded - start, 2),
        "peak_mebibytes": round(peak()),
    }
    print(json.dumps(row))


def cpu() -> float:
    """Give the CPU seconds of this process and of those that it started."""
    return sum(time_of(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def time_of(who: int) -> float:
    """Give user and system seconds."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def peak() -> float:
    """Give the most memory that this process or one that it started has held."""
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    most = max(resource.getrusage(who).ru_maxrss for who in both)
    return most / 2**20 if sys.platform == "darwin" else most / 2**10


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return str(import_module(package).__version__)


def _embedding(rows: dict[str, int]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": list(rows),
            "rows": list(rows.values()),
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 96,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _transitions(state: str, vectors: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": vectors,
    }


def _pipeline(spacy: Any) -> Any:  # noqa: ANN401 - a library that may be missing
    rows = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500}
    shared = {
        "@architectures": "spacy.Tok2VecListener.v1",
        "width": 96,
        "upstream": "*",
    }
    language = spacy.blank("en")
    language.add_pipe(
        "tok2vec", config={"model": _embedding(rows | {"SPACY": 50, "IS_SPACE": 50})}
    )
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "tok2vec": shared}
    language.add_pipe("tagger", config={"model": tagger})
    language.add_pipe("parser", config={"model": _transitions("parser", shared)})
    language.add_pipe("ner", config={"model": _transitions("ner", _embedding(rows))})
    return language


def _example(spacy: Any, language: Any, text: str) -> Any:  # noqa: ANN401 - a library that may be missing
    document = language.make_doc(text)
    words = [token.text for token in document]
    heads, roots = _heads(words)
    gold = spacy.tokens.Doc(
        language.vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in document],
        tags=[_shape(word) for word in words],
        heads=heads,
        deps=[
            "ROOT"
            if i in roots
            else DEPENDENCIES[crc32(w.encode()) % len(DEPENDENCIES)]
            for i, w in enumerate(words)
        ],
        ents=list(_entities(words)),
    )
    return spacy.training.Example(document, gold)


def _heads(words: list[str]) -> tuple[list[int], set[int]]:
    """Hang long words on the long word before, short ones on the next, by sentence."""
    heads, roots, first = list(range(len(words))), set(), 0
    for last, word in enumerate(words):
        if word in {".", "!", "?"} or last == len(words) - 1:
            sentence = range(first, last + 1)
            long = [i for i in sentence if len(words[i]) > 3] or [first]
            roots.add(long[0])
            heads[long[0]] = long[0]
            for before, here in pairwise(long):
                heads[here] = before
            for i in set(sentence) - set(long):
                heads[i] = next((j for j in long if j > i), long[-1])
            first = last + 1
    return heads, roots


def _shape(word: str) -> str:
    kind = "A" if word.istitle() else "N" if word.isdigit() else "x"
    return f"{kind}{word[-1:].lower()}" if word[-1:].isalpha() else "."


def _entities(words: list[str]) -> Iterable[str]:
    """Name runs of capitalised words inside sentences, and numbers."""
    inside = ""
    for before, word in zip([".", *words], words, strict=False):
        named = (word[:1].isupper() and before != ".") or word.isdigit()
        if not named:
            inside = ""
            yield "O"
        elif inside:
            yield f"I-{inside}"
        else:
            inside = ENTITIES[crc32(word.encode()) % len(ENTITIES)]
            yield f"B-{inside}"


if __name__ == "__main__":
    main()
