"""Pages read as a browser reads them, without mercy for mistakes."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import html5lib
import pytest

OURS = {"note", "label"}
"""Classes of what we add to the words of a story."""


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Element]:
    """Parse a page or a part of one; any error of its HTML raises."""

    def parse(page: str) -> Element:
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        whole = page.startswith("<!doctype")
        return parser.parse(page) if whole else parser.parseFragment(page)

    return parse


@pytest.fixture(scope="session")
def story_words(parsed) -> Callable[[str], str]:
    """Give the words of the story on a page, without labels and notes."""

    def words(element: Element) -> str:
        own = "" if element.get("class") in OURS else element.text or ""
        children = () if element.get("class") in OURS else element
        return own + "".join(words(child) + (child.tail or "") for child in children)

    return lambda page: words(parsed(page).find(".//div[@class='story']"))
