"""Reading texts with a tagger that has learned nothing: what holds for any weights."""

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from newsmodel import tagging
from newsmodel.strategies import texts
from newsmodel.tagging import Evidence, NameKind, Tagger
from newsmodel.tagging import tagger as module
from newsmodel.text import Document

STORY = (
    'Iran denied on Tuesday that it had sent drones. "We have sent none," Foreign '
    "Minister Li Wei said in Zürich.\n\nThe U.S. Treasury, which imposed sanctions "
    "last month, said it would not comment on talks.\n\nNo comment.\n\nBASEL (AP)"
)
ODD = (
    "",
    " \n\n\t ",
    "\ufeff\u200b",
    "a",
    "\x00\x00 \x1c \x00",
    "😀 👩‍👩‍👧 said 😀😀",
    "北京 说 «да» مرحبا नमस्ते",
    '"' * 700,
    "said " * 700,
    "\ud800 said",
    "x" * 5_000,
    "one\n\n\ntwo\n" * 40,
)


def read(tagger: Tagger, text: str) -> Evidence:
    """Read a text."""
    return tagger.read(Document(text))


def spans(evidence: Evidence) -> list:
    """Give all spans of the evidence."""
    roles = [s for c in evidence.cues for s in (*c.sources, *c.contents)]
    return [*evidence.names, *evidence.cues, *roles]


def rounded(evidence: Evidence, shift: int = 0) -> list:
    """Give all spans, moved; probabilities as arrays compare them."""
    return [
        (s.first + shift, s.stop + shift, pytest.approx(s.probability, abs=2e-4))
        for s in spans(evidence)
    ]


def bare(evidence: Evidence, shift: int = 0) -> list:
    """Give all spans, moved, as they are."""
    return [(s.first + shift, s.stop + shift, s.probability) for s in spans(evidence)]


class Counting:
    """A network that notes how many rows it is given at once."""

    def __init__(self, network) -> None:
        self.network = network
        self.lengths = []
        self.rows = []

    def read(self, kinds, index, lengths):
        """Read, and note the lengths of the paragraphs."""
        self.lengths.append(lengths.tolist())
        return self.network.read(kinds, index, lengths)

    def roles(self, states, cues):
        """Read roles, and note the rows."""
        self.rows.append(int(cues.length.sum()))
        return self.network.roles(states, cues)


@pytest.fixture
def counting(tagger: Tagger, monkeypatch) -> Counting:
    """Give the network of the tagger, counting."""
    counting = Counting(tagger._network)
    monkeypatch.setattr(tagger, "_network", counting)
    return counting


class TestRead:
    """Reading a text."""

    def test_finds_all_sorts(self, tagger: Tagger) -> None:
        """Weights drawn by chance give names, cues and roles: else nothing tests."""
        evidence = read(tagger, STORY)

        assert evidence.names
        assert any(cue.sources for cue in evidence.cues)
        assert any(cue.contents for cue in evidence.cues)

    @pytest.mark.parametrize("text", ["", "\n \n", "\ufeff"])
    def test_nothing_gives_nothing(self, tagger: Tagger, text: str) -> None:
        """A text without tokens gives empty evidence."""
        assert read(tagger, text) == Evidence()

    @pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
    def test_reads_odd_texts(self, tagger: Tagger, text: str) -> None:
        """Other scripts, marks and NULs are read without a warning."""
        check(Document(text), read(tagger, text))

    @given(texts())
    def test_reads_any_text(self, tagger: Tagger, text: str) -> None:
        """What evidence promises of its spans holds for any text."""
        check(Document(text), read(tagger, text))

    def test_same_text_same_evidence(self, tagger: Tagger) -> None:
        """A text read again, also after others, gives the same to the last digit."""
        first = read(tagger, STORY)
        for text in ODD:
            read(tagger, text)

        assert read(tagger, STORY) == first

    @pytest.mark.parametrize("other", ["Read more", "x\n\n" * 30, "word " * 600])
    def test_paragraphs_do_not_mix(self, tagger: Tagger, other: str) -> None:
        """A paragraph before or behind moves the spans and changes nothing else."""
        alone = read(tagger, STORY)
        count = len(Document(other).tokens.texts)
        before = read(tagger, f"{other}\n\n{STORY}")
        behind = read(tagger, f"{STORY}\n\n{other}")
        end = len(Document(STORY).tokens.texts)

        assert [s for s in bare(before) if s[0] >= count] == rounded(alone, count)
        assert [s for s in bare(behind) if s[0] < end] == rounded(alone)

    def test_threads_share_a_tagger(self, tagger: Tagger) -> None:
        """Many threads at once read what one reads."""
        stories = [f"{STORY}\n\nStory {n} said." for n in range(40)]
        expected = [read(tagger, story) for story in stories]
        with ThreadPoolExecutor(8) as pool:
            actual = list(pool.map(lambda story: read(tagger, story), stories))

        assert actual == expected

    def test_forgets_words(self, tagger: Tagger, monkeypatch) -> None:
        """What is remembered of words is bounded, and forgetting changes nothing."""
        monkeypatch.setattr("newsmodel.tagging._words.KEPT", 10)
        expected = read(tagger, STORY)
        read(tagger, " ".join(f"word{n}x" for n in range(30)))
        read(tagger, "y" * 50)

        assert read(tagger, STORY) == expected
        assert len(tagger._words._known) < 60


class TestLongParagraphs:
    """Memory is bounded and time linear, by what the network is given."""

    def test_cuts_between_sentences(self, tagger: Tagger, counting: Counting) -> None:
        """A long paragraph is read in parts of whole sentences."""
        read(tagger, "He said no to it. " * 400)

        assert {n % 6 for batch in counting.lengths for n in batch} == {0}
        assert sum(map(sum, counting.lengths)) == 2400
        assert max(map(max, counting.lengths)) == module.WINDOW // 6 * 6

    def test_cuts_long_sentences(self, tagger: Tagger, counting: Counting) -> None:
        """Where there is no end of a sentence the cut is hard."""
        read(tagger, "word " * 1_000)

        assert counting.lengths == [[256, 256, 256, 232]]

    def test_batches_are_bounded(self, tagger: Tagger, counting: Counting) -> None:
        """However long the text, no more than a batch is read at once."""
        read(tagger, "He said that it was so. " * 2_000 + "\n\n" + "said " * 4_000)

        assert max(map(sum, counting.lengths)) <= module.BATCH
        assert max(counting.rows) < module.BATCH + module.WINDOW
        assert sum(map(sum, counting.lengths)) == 18_000

    def test_cues_are_bounded(self, tagger: Tagger, counting: Counting) -> None:
        """A text of nothing but cues is read in time that grows with its length."""
        for count in (4_000, 8_000):
            counting.rows.clear()
            read(tagger, "said " * count)

            assert sum(counting.rows) <= count * (module.WINDOW // 12 + 4)


class TestTagger:
    """Making, naming and pickling taggers."""

    def test_loads_a_file(self, path: Path, tagger: Tagger) -> None:
        """A file gives the tagger that it was written from."""
        assert read(Tagger.load(path), STORY) == read(tagger, STORY)

    def test_repr_names_the_file(self, path: Path, tagger: Tagger) -> None:
        """The file says which weights they are."""
        assert repr(Tagger.load(str(path))) == f"Tagger({str(path)!r})"
        assert repr(tagger) == "Tagger()"

    def test_pickles_by_path(self, path: Path, tagger: Tagger) -> None:
        """A pickled tagger is short and reads the same."""
        pickled = pickle.dumps(Tagger.load(path))

        assert len(pickled) < 500
        assert read(pickle.loads(pickled), STORY) == read(tagger, STORY)  # noqa: S301

    def test_does_not_pickle_without_a_path(self, tagger: Tagger) -> None:
        """Weights that stand in no file cannot be found again."""
        with pytest.raises(TypeError, match="loaded from a file"):
            pickle.dumps(tagger)

    def test_ships_one(self, path: Path, monkeypatch) -> None:
        """All threads of a process get the same tagger; a pickle gives it again."""
        monkeypatch.setattr(module, "SHIPPED", path)
        module._shipped.cache_clear()
        try:
            with ThreadPoolExecutor(8) as pool:
                found = set(pool.map(lambda _: Tagger.shipped(), range(32)))
            (only,) = found

            assert pickle.loads(pickle.dumps(only)) is only  # noqa: S301
        finally:
            module._shipped.cache_clear()


class TestPackage:
    """The names of the package."""

    def test_names(self) -> None:
        """All names that are listed are there, others are not."""
        assert all(getattr(tagging, name) for name in tagging.__all__)
        with pytest.raises(AttributeError, match="no attribute 'tag'"):
            _ = tagging.tag

    def test_import_loads_no_numpy(self) -> None:
        """NumPy comes with the tagger, not with the classes of evidence."""
        code = "import sys, newsmodel.tagging; print('numpy' in sys.modules)"
        output = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", code], capture_output=True, check=True, text=True
        ).stdout

        assert output.strip() == "False"


def check(document: Document, evidence: Evidence) -> None:
    """Hold evidence against what its classes promise."""
    count = len(document.tokens.texts)
    for ordered in (evidence.names, evidence.cues):
        flat = [x for span in ordered for x in (span.first, span.stop)]

        assert flat == sorted(flat)
    for span in spans(evidence):
        assert type(span.first) is type(span.stop) is int
        assert 0 <= span.first < span.stop <= count
        assert type(span.probability) is float
        assert 0 <= span.probability <= 1
    assert all(isinstance(name.kind, NameKind) for name in evidence.names)
    for cue in evidence.cues:
        for role in (cue.sources, cue.contents):
            ends = [(a.stop, b.first) for a, b in pairwise(role)]

            assert all(stop < first for stop, first in ends)
