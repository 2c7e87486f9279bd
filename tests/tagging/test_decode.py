"""From labels to spans."""

from itertools import product

import numpy as np
import pytest

from newsmodel.tagging import NameKind
from newsmodel.tagging._roles import Roles, marks
from newsmodel.tagging.decode import calibrate, find_cues, name_labels, name_spans
from newsmodel.tagging.network import Cues

PLAIN = (1.0, 0.0)


def scores(*labels: int, sure: float = 3):
    """Give scores that say these labels."""
    found = np.zeros((len(labels), 9), dtype=np.float32)
    found[range(len(labels)), labels] = sure
    return found


def is_valid(labels) -> bool:
    """Say whether each name begins."""
    pairs = zip((0, *labels), labels, strict=False)
    return all(b == 0 or b % 2 or a in {b, b - 1} for a, b in pairs)


def names(*labels: int, lengths=None):
    """Give the names that labels say."""
    lengths = np.array(lengths or [len(labels)])
    found = name_spans(scores(*labels), lengths, PLAIN, 10)
    return [(n.first, n.stop, n.kind) for n in found]


class TestNames:
    """Names."""

    def test_spans(self) -> None:
        """Names begin anew at each begin, and keep their kinds."""
        assert names(1, 2, 0, 3, 3, 4, 7) == [
            (10, 12, NameKind.PERSON),
            (13, 14, NameKind.ORGANISATION),
            (14, 16, NameKind.ORGANISATION),
            (16, 17, NameKind.OTHER),
        ]

    def test_none(self) -> None:
        """No name gives none."""
        assert names(0, 0) == []

    def test_names_end_with_their_paragraph(self) -> None:
        """What goes on in the next paragraph had to begin there."""
        found = names(5, 6, 6, lengths=[2, 1])

        assert found[0] == (10, 12, NameKind.PLACE)
        assert all(first >= 12 for first, _, _ in found[1:])

    @pytest.mark.parametrize("seed", range(6))
    def test_labels_are_the_best_that_are_valid(self, seed: int) -> None:
        """No valid labels have a higher score, in each of several paragraphs."""
        chance = np.random.default_rng(seed)
        found = chance.normal(size=(9, 9)).astype(np.float32)
        found[:, 5:] = -9
        lengths = np.array([4, 1, 4])
        actual = name_labels(found, lengths).tolist()
        for start, stop in ((0, 4), (4, 5), (5, 9)):
            part = found[start:stop]
            ways = filter(is_valid, product(range(5), repeat=stop - start))
            best = max(ways, key=lambda way: part[range(len(way)), way].sum())

            assert actual[start:stop] == list(best)

    def test_probability_is_the_mean(self) -> None:
        """It is the geometric mean of its labels' probabilities, calibrated."""
        label = np.exp(3) / (np.exp(3) + 8)
        (name,) = name_spans(scores(1, 2, 0), np.array([3]), PLAIN, 0)

        assert name.probability == pytest.approx(label, abs=1e-4)


class TestCalibrate:
    """Probabilities that hold."""

    def test_moves_the_odds(self) -> None:
        """Slope and shift move the log odds, rounded to four decimals."""
        p = np.array([0.2, 0.5, 0.9], dtype=np.float32)

        assert calibrate(p, 1, 0) == [0.2, 0.5, 0.9]
        assert calibrate(p, 2, 0)[1:] == [0.5, 0.9878]
        assert calibrate(p, 1, 1)[1] == 0.7311

    def test_stays_in_its_bounds(self) -> None:
        """Nothing is surer than 0 or 1."""
        assert calibrate(np.array([0, 1], dtype=np.float32), 9, 0) == [0, 1]


def cue_probabilities(*rows):
    """Give probabilities from those of begin and inside."""
    found = np.array([(1 - b - i, b, i) for b, i in rows], dtype=np.float32)
    return found.reshape(-1, 3)


class TestFindCues:
    """Cues."""

    def test_spans(self) -> None:
        """A cue begins where the label says so, or where none was before."""
        rows = [(0.1, 0.8), (0.2, 0.5), (0.7, 0.1), (0, 0.1), (0.3, 0.3), (0.1, 0.6)]
        cues, sure = find_cues(cue_probabilities(*rows), np.array([5, 1]), 0.5)

        assert cues.first.tolist() == [0, 2, 4, 5]
        assert cues.stop.tolist() == [2, 3, 5, 6]
        assert cues.start.tolist() == [0, 0, 0, 5]
        assert cues.length.tolist() == [5, 5, 5, 1]
        np.testing.assert_allclose(sure, [0.8, 0.8, 0.6, 0.7], rtol=1e-6)

    def test_none(self) -> None:
        """Below the threshold there is none."""
        cues, sure = find_cues(cue_probabilities((0.2, 0.2)), np.array([1]), 0.5)

        assert len(cues.first) == len(sure) == 0

    def test_keeps_the_surest_of_too_many(self) -> None:
        """No story has a cue at each word: the surest are read, in order."""
        rows = [(0.6 + 0.01 * (n % 30), 0) for n in range(60)]
        cues, sure = find_cues(cue_probabilities(*rows), np.array([60]), 0.5)

        assert cues.first.tolist() == [*range(25, 30), *range(56, 60)]
        assert len(sure) == 9


def roles(text: str, labels: str, cue: tuple[int, int], quoted: str = "") -> tuple:
    """Read the roles of one cue: labels are digits, one for each token."""
    texts = text.split()
    probabilities = np.full((len(texts), 3), 0.1, dtype=np.float32)
    probabilities[range(len(texts)), [int(c) for c in labels]] = 0.8
    cues = Cues(
        first=np.array(cue[:1]) + 3,
        stop=np.array(cue[1:]) + 3,
        start=np.array([3]),
        length=np.array([len(texts)]),
    )
    inside = np.array([int(c) for c in quoted or "0" * len(texts)], dtype=np.uint8)
    before = np.zeros(3, dtype=np.uint8)
    read = Roles(
        cues,
        probabilities,
        np.concatenate([before, marks(texts)]),
        np.concatenate([before, inside]),
    )
    (found,) = read.spans([0.7], -3)

    assert (found.first, found.stop, found.probability) == (*cue, 0.7)
    return tuple(
        [" ".join(texts[s.first : s.stop]) for s in spans]
        for spans in (found.sources, found.contents)
    )


class TestRoles:
    """Sources and contents of a cue."""

    @pytest.mark.parametrize(
        ("given", "sources", "contents"),
        [
            (("Iran said it left", "1022", (1, 2), ""), ["Iran"], ["it left"]),
            (("It left , Iran said .", "220100", (4, 5), ""), ["Iran"], ["It left"]),
            # A hole of one mark is filled, one of a word or two marks is not.
            (("He said : we , too", "100202", (1, 2), ""), ["He"], ["we , too"]),
            (("He said so and so", "10202", (1, 2), ""), ["He"], ["so", "so"]),
            (("He said so , - so", "102002", (1, 2), ""), ["He"], ["so", "so"]),
            (("A , B said so", "12102", (3, 4), ""), ["A", "B"], ["so"]),
            # Marks at the ends are cut, quotation marks that belong are not.
            (("He said , it left .", "102222", (1, 2), ""), ["He"], ["it left"]),
            (('" No , " he said', "222210", (5, 6), "111100"), ["he"], ['" No , "']),
            (('He said so "', "1022", (1, 2), "0000"), ["He"], ["so"]),
            (('" so he said', "2210", (3, 4), "0000"), ["he"], ["so"]),
            (("He said , .", "1022", (1, 2), ""), ["He"], []),
            # The cue itself has no role.
            (("He said so", "111", (1, 2), ""), ["He", "so"], []),
            (("said", "0", (0, 1), ""), [], []),
        ],
    )
    def test_spans(self, given, sources, contents) -> None:
        """Each row is a rule or a near miss of one."""
        assert roles(*given) == (sources, contents)

    def test_drops_specks(self) -> None:
        """A single token that is not sure is left out, a longer span is not."""
        probabilities = np.array(
            [[0.4, 0.5, 0.1], [1, 0, 0], [0.4, 0, 0.5], [0.4, 0, 0.6]],
            dtype=np.float32,
        )
        cues = Cues(
            first=np.array([1]),
            stop=np.array([2]),
            start=np.array([0]),
            length=np.array([4]),
        )
        nothing = np.zeros(4, dtype=np.uint8)
        (found,) = Roles(cues, probabilities, nothing, nothing).spans([0.9], 0)

        assert found.sources == ()
        assert [(c.first, c.probability) for c in found.contents] == [(2, 0.55)]
