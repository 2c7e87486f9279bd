"""One thread for matrix products, and what was before put back."""

import numpy as np
from threadpoolctl import ThreadpoolController

from newsmodel.tagging import Tagger
from newsmodel.tagging._threads import ONE_THREAD
from newsmodel.text import Document


def threads() -> list[int]:
    """Give the threads of each library that multiplies matrices."""
    np.dot(np.eye(2), np.eye(2))
    libraries = ThreadpoolController().select(user_api="blas").info()
    return [library["num_threads"] for library in libraries]


class TestOneThread:
    """Holding BLAS to one thread."""

    def test_holds_and_puts_back(self) -> None:
        """Inside there is one thread, however often one enters; then as before."""
        before = threads()
        with ONE_THREAD:
            with ONE_THREAD:
                assert set(threads()) <= {1}
            assert set(threads()) <= {1}

        assert threads() == before

    def test_an_error_puts_back_too(self, tagger: Tagger, monkeypatch) -> None:
        """What is raised while a text is read leaves the threads as they were."""
        before = threads()
        monkeypatch.setattr(tagger, "_network", None)
        try:
            tagger.read(Document("Iran said no."))
        except AttributeError:
            assert threads() == before
        else:
            raise AssertionError
