"""Where datelines end."""

import pytest

from newsmodel.parsers._layout_datelines import dateline_end, is_dateline
from newsmodel.parsers.layout import LayoutParser


class TestDatelineEnd:
    """Datelines before the first words of a paragraph."""

    @pytest.mark.parametrize(
        "words",
        [
            "KYIV",
            "WASHINGTON (AP)",
            "NAIROBI, Kenya (AP)",
            "RYE, N.H.",
            "FLINT, Mich., Oct. 4 (UPI)",
            "JOHANNESBURG, August 7 (Xinhua)",
            "LONDON, 7 August 2023 (Reuters)",
            "DES MOINES, Iowa",
            "RIO DE JANEIRO",
            "Christchurch, New Zealand (AP)",
            "New Delhi, June 10",
            "Kyiv",
            "(CNN)",
            "Example News",
        ],
    )
    @pytest.mark.parametrize("dash", [" - ", " -- ", " — ", " – ", " _ "])
    def test_ends_before_the_dash(self, words: str, dash: str) -> None:
        """Place, agency and day belong to it, the dash does not."""
        text = f"{words}{dash}A ferry ran aground on Saturday."

        assert dateline_end(text, LayoutParser.agencies) == len(words)

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("(CNN) A ferry ran aground.", "(CNN)"),
            ("Washington (CNN) A ferry ran aground.", "Washington (CNN)"),
            ("NEW DELHI: A ferry ran aground.", "NEW DELHI"),
            ("THE HAGUE, Netherlands (AP)_ A ferry", "THE HAGUE, Netherlands (AP)"),
            ("LONDON—A ferry ran aground.", "LONDON"),
        ],
    )
    def test_needs_no_spaced_dash(self, text: str, words: str) -> None:
        """Some houses print none."""
        assert text[: dateline_end(text, LayoutParser.agencies)] == words

    @pytest.mark.parametrize(
        "text",
        [
            "A ferry ran aground - and sank.",
            "BREAKING - A ferry ran aground.",
            "SMITH: A ferry ran aground.",
            "He said — twice — that it sank.",
            "Ferries, boats (and ships) - all sank.",
            "Ostad (a small town) - all sank.",
            "Ann Lee - who was there - said so.",
            "LONDON, which sank - and rose.",
            "",
            " — A ferry",
        ],
    )
    def test_leaves_sentences_alone(self, text: str) -> None:
        """A dash alone makes no dateline."""
        assert dateline_end(text, LayoutParser.agencies) == 0


class TestIsDateline:
    """Datelines on lines of their own."""

    @pytest.mark.parametrize(
        "text",
        ["MIAMI (AP) --", "MILAN 1996-08-30", "LONDON, June 10, 2023", "KYIV, June 10"],
    )
    def test_takes_a_place_with_more(self, text: str) -> None:
        """An agency, a day or a dash makes it one."""
        assert is_dateline(text, LayoutParser.agencies) == len(text.rstrip(" -"))

    @pytest.mark.parametrize(
        "text",
        [
            "KYIV",
            "---",
            "JANE DOE June 10, 2023",
            "CRIME June 10, 2023",
            "POSTED June 10, 2023",
            "June 10, 2023",
            "Example Ltd (EXPL)",
            "A heading of this page",
            "LONG " * 30,
        ],
    )
    def test_leaves_headings_alone(self, text: str) -> None:
        """A word in capitals may be anything."""
        assert is_dateline(text, LayoutParser.agencies) == 0
