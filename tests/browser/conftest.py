"""
A headless Chromium, offline, that bears no mistake of a page.

The tests of this folder need the group `browser` and a Chromium of the system, and are
skipped without.
"""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest

import newsmodel

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
PATIENCE = 5_000
"""Milliseconds to wait for what a page should do at once."""
STORIES = (
    """\
Oslo Says Iran Shipped Drones

By Jane Doe

Anna Berg, a spokeswoman in Oslo, accused Iran of shipping drones on Tuesday. Iran
denied the accusation on Friday. “We shipped nothing,” the Iranian minister said.

Ukraine said that the UN had warned that the war could spread to Kyiv. The US imposed
asset freezes on Iran in March.

ADVERTISEMENT
""",
    """\
Bus Lane Divides Bergen

The mayor of Bergen praised the lane. Drivers said that it was a mistake. Norwegian
papers warned of queues, according to Anna Berg.
""",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Start the browser once; Playwright gives it a fresh profile."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="needs the dependency group browser"
    )
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip(f"needs a browser, one of {', '.join(NAMES)}")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=program, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def visit(browser, tmp_path) -> Iterator[Callable[..., Any]]:
    """
    Open a page from a file, offline; the options are those of a browser context.

    What the page prints, throws or asks from elsewhere is in `problems` of the
    function, which must be empty in the end.
    """
    contexts = []
    problems: list[str] = []

    def opened(html: str, **options: Any) -> Any:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        contexts.append(browser.new_context(offline=True, **options))
        contexts[-1].set_default_timeout(PATIENCE)
        page = contexts[-1].new_page()
        page.on("console", lambda message: problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", lambda request: problems.append(request.url))
        page.goto(path.as_uri())
        problems.remove(path.as_uri())
        return page

    opened.problems = problems
    yield opened
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture(scope="session")
def violations() -> Callable[[Any], str]:
    """Check a page with axe-core; the answer is its report, empty if all is well."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright",
        reason="needs the dependency group browser",
    )

    def check(page: Any) -> str:
        found = axe.Axe().run(page)
        return found.generate_report() if found.violations_count else ""

    return check


@pytest.fixture(scope="session")
def articles() -> list[newsmodel.Article]:
    """Give two short stories in which everything happens that a page can show."""
    found = [newsmodel.parse(story, published="2023-06-10") for story in STORIES]
    return [answering(found[0], "denial", "accusation"), found[1]]


def answering(article: newsmodel.Article, act: str, answered: str) -> newsmodel.Article:
    """Let the claims of one act answer those of another, whatever was read."""
    to = tuple(c for c in article.claims if c.act == answered)
    claims = (
        attrs.evolve(claim, answers=to) if claim.act == act else claim
        for claim in article.claims
    )
    return attrs.evolve(article, claims=tuple(claims))
