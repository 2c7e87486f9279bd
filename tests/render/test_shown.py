"""Control characters made visible."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from newsmodel.render._shown import shown


class TestShown:
    """Nothing on a page works unseen."""

    def test_spells_out_what_turns_text(self) -> None:
        """Overrides and embeddings become their names."""
        assert shown("a\u202eb\u2069") == "a[RLO]b[PDI]"

    def test_draws_controls(self) -> None:
        """Controls have pictures, others the replacement character."""
        assert shown("\x00\x1b\x85\ud800\U0001ffff") == "␀␛" + 3 * "\ufffd"

    def test_keeps_honest_text(self) -> None:
        """Lines, tabs, scripts and the marks of a word's direction stay."""
        honest = "one\ttwo\r\nعربي\u200f, עברית\u200e. 👩\u200d🚀"

        assert shown(honest) == honest

    @given(st.text())
    def test_leaves_no_control(self, text: str) -> None:
        """No control character and no surrogate is left, and all can be written."""
        left = {unicodedata.category(c) for c in shown(text) if c not in "\t\r\n"}

        assert not left & {"Cc", "Cs"}
        assert shown(text).encode().decode() == shown(text)
